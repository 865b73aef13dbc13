using System.Text;

namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>Matrices, cases and aligned lines.</summary>
internal static class MathTable
{
    /// <summary>Columns in turn right and left, so that relation signs stand below each other.</summary>
    public const string Aligned = "rl";

    /// <summary>An environment's columns (l, c, r; repeated when there are more), or null when it is unknown.</summary>
    public static string? ColumnsOf(string environment) => environment switch
    {
        "aligned" or "align" or "split" or "alignedat" or "eqnarray" => Aligned,
        "cases" => "l",
        "matrix" or "pmatrix" or "bmatrix" or "Bmatrix" or "vmatrix" or "Vmatrix" or "smallmatrix" or "gathered" or "gather" or "equation" => "c",
        _ => null,
    };

    public static MathNode Environment(string name, List<List<MathNode>> rows, string columns)
    {
        var table = Build(rows, columns);
        return name switch
        {
            "pmatrix" => MathDelimiters.Fenced("(", table, ")"),
            "bmatrix" => MathDelimiters.Fenced("[", table, "]"),
            "Bmatrix" => MathDelimiters.Fenced("{", table, "}"),
            "vmatrix" => MathDelimiters.Fenced("|", table, "|"),
            "Vmatrix" => MathDelimiters.Fenced("‖", table, "‖"),
            "cases" => MathDelimiters.Fenced("{", table, ""),
            _ => table,
        };
    }

    public static MathNode Build(List<List<MathNode>> rows, string columns)
    {
        var sides = columns.Where(side => side is 'l' or 'c' or 'r').DefaultIfEmpty('c').ToArray();
        var isAligned = columns == Aligned;
        var xml = new StringBuilder(isAligned ? "<mtable displaystyle=\"true\" class=\"aligned\">" : "<mtable>");
        foreach (var row in rows)
        {
            xml.Append("<mtr>");
            foreach (var (column, cell) in row.Index())
            {
                xml.Append($"<mtd class=\"{Side(sides[column % sides.Length])}\">{cell.Xml}</mtd>");
            }

            xml.Append("</mtr>");
        }

        return new MathNode(xml.Append("</mtable>").ToString());
    }

    private static string Side(char side) => side switch { 'l' => "left", 'r' => "right", _ => "center" };
}
