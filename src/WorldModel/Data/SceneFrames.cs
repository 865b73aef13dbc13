using System.Globalization;
using System.Numerics;
using Microsoft.Data.Analysis;
using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>A surveyed scene as a table and back, one row a placement.</summary>
public static class SceneFrames
{
    private static readonly string[] Numeric = ["x [m]", "y [m]", "z [m]", "qx", "qy", "qz", "qw", "length [m]", "width [m]", "height [m]"];

    /// <summary>Columns: name, kind, position, orientation (a quaternion), size and parent (empty for the ground).</summary>
    public static DataFrame ToFrame(this Scene scene)
    {
        var placements = scene.Placements;
        DataFrame frame = new(
            new StringDataFrameColumn("name", placements.Select(p => p.Name)),
            new StringDataFrameColumn("kind", placements.Select(p => p.Kind)));
        var numbers = placements.Select(Numbers).ToList();
        for (var column = 0; column < Numeric.Length; column++)
        {
            frame.Columns.Add(new SingleDataFrameColumn(Numeric[column], numbers.Select(row => row[column])));
        }

        frame.Columns.Add(new StringDataFrameColumn("parent", placements.Select(p => p.Parent)));
        return frame;
    }

    /// <summary>The scene of a table with those columns.</summary>
    /// <exception cref="CsvException">A column is missing or holds text instead of numbers.</exception>
    /// <exception cref="SceneException">The placements make no scene; every problem is named with its row.</exception>
    public static Scene ToScene(this DataFrame frame)
    {
        var (names, kinds, parents) = (Texts(frame, "name"), Texts(frame, "kind"), Texts(frame, "parent"));
        var numbers = Numeric.Select(column => FrameRules.Numbers(frame, column)).ToList();
        return new(names.Select((name, row) => Placement((name, kinds[row], parents[row]), [.. numbers.Select(column => (float)column[row])])));
    }

    private static float[] Numbers(Placement p) =>
        [p.Position.X, p.Position.Y, p.Position.Z, p.Orientation.X, p.Orientation.Y, p.Orientation.Z, p.Orientation.W, p.Size.X, p.Size.Y, p.Size.Z];

    private static Placement Placement((string Name, string Kind, string Parent) texts, float[] n) => new(
        texts.Name, texts.Kind, new(n[0], n[1], n[2]), new Quaternion(n[3], n[4], n[5], n[6]), new(n[7], n[8], n[9]),
        texts.Parent.Length == 0 ? null : texts.Parent);

    private static string[] Texts(DataFrame frame, string name) =>
        [.. FrameRules.Column(frame, name).Cast<object?>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
}
