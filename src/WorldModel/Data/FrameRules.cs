using Microsoft.Data.Analysis;

namespace WorldModel.Data;

/// <summary>What must hold for a table to be runs.</summary>
internal static class FrameRules
{
    /// <summary>The column with this name.</summary>
    internal static DataFrameColumn Column(DataFrame frame, string name) => frame.Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new CsvException($"the table has no column '{name}'; it has {string.Join(", ", frame.Columns.Select(c => c.Name))}");

    /// <summary>Values of a numeric column; NaN where a cell is empty.</summary>
    internal static double[] Numbers(DataFrame frame, string name)
    {
        var column = Column(frame, name);
        var text = column.IsNumericColumn() ? -1 : column.Cast<object?>().ToList().FindIndex(value => value is not (null or ""));
        return text < 0
            ? [.. column.Cast<object?>().Select(value => value is null or "" ? double.NaN : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))]
            : throw new CsvException($"column '{name}' of the table holds text, not numbers: '{column[text]}' in row {text + 1}");
    }

    /// <summary>Rows a run and the time [s] between two rows.</summary>
    internal static (int Length, double Dt) Shape(double[] runs, double[] times)
    {
        var unnumbered = Array.FindIndex(runs, double.IsNaN);
        if (unnumbered >= 0)
        {
            throw new CsvException($"row {unnumbered + 1} of the table: it does not say to which run it belongs");
        }

        var length = runs.TakeWhile(run => run == runs[0]).Count();
        if (length < 2)
        {
            throw new CsvException($"a run needs at least two rows, and the first one has {length}");
        }

        var dt = times[1] - times[0];
        for (var row = 0; row < runs.Length; row++)
        {
            RequirePlace(runs, length, row);
            RequireTime(times, length, row, dt);
        }

        return runs.Length % length == 0 ? (length, dt) : throw new CsvException($"the last run has {runs.Length % length} rows, and the first {length}: all must be of one length");
    }

    private static void RequirePlace(double[] runs, int length, int row)
    {
        var isFirst = row % length == 0;
        if (isFirst ? row > 0 && runs[row] == runs[row - 1] : runs[row] != runs[row - 1])
        {
            throw new CsvException($"row {row + 1} of the table: run {runs[row]} {(isFirst ? "is longer" : "begins before the last one was as long")} than the first run of {length} rows; all must be of one length");
        }
    }

    private static void RequireTime(double[] times, int length, int row, double dt)
    {
        if (row % length > 0 && !(dt > 0 && Math.Abs(times[row] - times[row - 1] - dt) <= 1e-6 + 1e-4 * dt))
        {
            throw new CsvException($"row {row + 1} of the table: time goes from {times[row - 1]} s to {times[row]} s, and rows must be an even {dt} s apart (above 0)");
        }
    }
}
