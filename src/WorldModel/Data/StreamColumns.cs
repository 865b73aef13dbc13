using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>
/// Recorded readings column by column, as files hold them: one row a reading, in the order of the recording. A cell that is
/// null is empty.
/// </summary>
/// <param name="Placements">Names of the placements.</param>
/// <param name="Numbers">Times and coordinates, a column each of <see cref="Names"/>.</param>
internal sealed record StreamColumns(IReadOnlyList<string?> Placements, IReadOnlyDictionary<string, double?[]> Numbers)
{
    internal const string Placement = "placement";
    private const string Time = "time [s]";
    private const string Arrival = "arrival [s]";
    private static readonly string[] Needed = [Time, Arrival, "x [m]", "y [m]", "z [m]"];
    private static readonly string[] Turn = ["qx", "qy", "qz", "qw"];

    /// <summary>Columns of numbers: times, position, and the orientation, whose cells are empty where none was seen.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. Needed, .. Turn];

    internal static StreamColumns Of(IReadOnlyList<Reading> readings)
    {
        var rows = readings.Select(Cells).ToList();
        return new([.. readings.Select(reading => reading.Placement)], Names.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => rows.Select(row => row[column.i]).ToArray()));
    }

    /// <exception cref="StreamException">A cell is empty that must not be; the message names row and column.</exception>
    internal IReadOnlyList<Reading> Readings(string source) => [.. Placements.Select((placement, row) =>
        new Reading(Cell(Time, row, source), placement ?? throw Empty(Placement, row, source), Position(row, source))
        {
            Arrival = Cell(Arrival, row, source),
            Orientation = Orientation(row, source),
        })];

    private static double?[] Cells(Reading r)
    {
        var q = r.Orientation;
        return [r.Time, r.Arrival, r.Position.X, r.Position.Y, r.Position.Z, q?.X, q?.Y, q?.Z, q?.W];
    }

    private static StreamException Empty(string column, int row, string source) =>
        new($"{source} row {row + 1}, column '{column}': it is empty, and a reading needs it; leave the row out if it is not known");

    private Vector3 Position(int row, string source) => new((float)Cell("x [m]", row, source), (float)Cell("y [m]", row, source), (float)Cell("z [m]", row, source));

    private Quaternion? Orientation(int row, string source)
    {
        var isSeen = Turn.Any(name => Numbers[name][row] is not null);
        return isSeen ? new Quaternion((float)Cell("qx", row, source), (float)Cell("qy", row, source), (float)Cell("qz", row, source), (float)Cell("qw", row, source)) : null;
    }

    private double Cell(string column, int row, string source) => Numbers[column][row] ?? throw Empty(column, row, source);
}
