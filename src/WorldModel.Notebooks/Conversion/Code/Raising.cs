using Microsoft.CodeAnalysis;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Cells that are there to fail.</summary>
internal static class Raising
{
    public static string Body(int number, string code, CellNames names)
    {
        var (raised, error) = (names.Free("raised"), names.Free("error"));
        return $$"""
            System.Exception {{raised}} = null;
            try
            {
            {{Indentation.Indent(code)}}
            }
            catch (System.Exception {{error}})
            {
                {{raised}} = {{error}};
            }

            WorldModel.Display.Album.OfProgram.Expect("cell {{number}}", {{raised}});
            """;
    }

    /// <summary>What is declared where an exception is caught ends there.</summary>
    public static void CheckUses(Notebook notebook, IReadOnlyList<CompiledCell> cells)
    {
        var owners = cells.Where(cell => cell.MustRaise)
            .SelectMany(cell => CellSymbols.Declared(cell).Where(one => CompiledCell.IsOfCells(one.Symbol) && one.Symbol is not INamedTypeSymbol).Select(one => (one.Symbol, cell.Cell.Number)))
            .DistinctBy(one => one.Symbol, SymbolEqualityComparer.Default)
            .ToDictionary(one => one.Symbol, one => one.Number, SymbolEqualityComparer.Default);
        foreach (var cell in cells)
        {
            foreach (var (symbol, _) in CellSymbols.Used(cell).Where(one => owners.TryGetValue(one.Symbol, out var owner) && owner != cell.Cell.Number))
            {
                throw new NotebookProblem($"{notebook.Path} cell {cell.Cell.Number} uses {symbol.Name} of cell {owners[symbol]}, which is there to fail ({CompiledCell.RaisesTag}): in a program what it declares ends with it. Declare {symbol.Name} in a cell before.");
            }
        }
    }
}
