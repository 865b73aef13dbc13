using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>Recorded readings as comma-separated text; whatever is wrong with a file ends in one exception.</summary>
internal static class StreamCsv
{
    internal static void Write(IReadOnlyList<Reading> readings, string path) =>
        Csv.Write(readings.ToFrame(), path, "Recorded readings: position in the parent's frame, times on one clock.");

    /// <exception cref="StreamException">The file holds no readings.</exception>
    internal static IReadOnlyList<Reading> Read(string path)
    {
        try
        {
            return StreamFrames.ToReadings(Csv.Read(path, [.. StreamColumns.Names]), path);
        }
        catch (CsvException e)
        {
            throw new StreamException(e.Message.StartsWith(path, StringComparison.Ordinal) ? e.Message : $"{path}: {e.Message}", e);
        }
    }
}
