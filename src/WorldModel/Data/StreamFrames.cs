using System.Globalization;
using Microsoft.Data.Analysis;
using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>A recorded stream of readings as a table and back, one row a reading.</summary>
public static class StreamFrames
{
    /// <summary>
    /// Columns <c>placement</c>, <c>time [s]</c>, <c>arrival [s]</c>, <c>x [m]</c>, <c>y [m]</c>, <c>z [m]</c> and the
    /// orientation <c>qx</c>, <c>qy</c>, <c>qz</c>, <c>qw</c>, empty where the sensor did not see it. Order is kept.
    /// </summary>
    public static DataFrame ToFrame(this IEnumerable<Reading> readings)
    {
        var columns = StreamColumns.Of([.. readings]);
        DataFrame frame = new(new StringDataFrameColumn(StreamColumns.Placement, columns.Placements));
        foreach (var name in StreamColumns.Names)
        {
            frame.Columns.Add(Written(name, columns.Numbers[name]));
        }

        return frame;
    }

    /// <summary>The readings of a table with those columns; others are ignored, and readings may be impossible.</summary>
    /// <exception cref="CsvException">A column is missing or holds text instead of numbers.</exception>
    /// <exception cref="StreamException">A cell is empty that must not be; the message names row and column.</exception>
    public static IReadOnlyList<Reading> ToReadings(this DataFrame frame) => ToReadings(frame, "the table,");

    internal static IReadOnlyList<Reading> ToReadings(DataFrame frame, string source)
    {
        var placements = FrameRules.Column(frame, StreamColumns.Placement).Cast<object?>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : null);
        return new StreamColumns([.. placements], StreamColumns.Names.ToDictionary(name => name, name => Numbers(frame, name))).Readings(source);
    }

    // A time is a double, everything else a float that is written with the digits of a float.
    private static DataFrameColumn Written(string name, double?[] values) => name.EndsWith("[s]", StringComparison.Ordinal)
        ? new DoubleDataFrameColumn(name, values)
        : new SingleDataFrameColumn(name, values.Select(value => (float?)value));

    private static double?[] Numbers(DataFrame frame, string name)
    {
        var numbers = FrameRules.Numbers(frame, name); // says what is wrong with the column
        return [.. FrameRules.Column(frame, name).Cast<object?>().Select((value, row) => value is null or "" ? (double?)null : numbers[row])];
    }
}
