using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>
/// Recorded streams of readings in files: comma-separated text (<c>.csv</c>) or Apache Parquet (<c>.parquet</c>), with the
/// columns of <see cref="StreamFrames.ToFrame"/>. What is written reads back without loss, readings that no twin takes too.
/// </summary>
public static class StreamFile
{
    /// <summary>Records readings in the given order; an older file is replaced only once all is written.</summary>
    /// <param name="readings">What arrived.</param>
    /// <param name="path">Where to; the ending says in which format.</param>
    /// <exception cref="ArgumentException">The ending is neither <c>.csv</c> nor <c>.parquet</c>.</exception>
    /// <exception cref="CsvException">A name is no Unicode text.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Write(IEnumerable<Reading> readings, string path)
    {
        if (IsParquet(path))
        {
            WholeFile.Write(path, StreamParquet.Write([.. readings]));
        }
        else
        {
            StreamCsv.Write([.. readings], path);
        }
    }

    /// <summary>The readings of a file, in the order of the recording.</summary>
    /// <param name="path">The file; the ending says in which format it is.</param>
    /// <exception cref="ArgumentException">The ending is neither <c>.csv</c> nor <c>.parquet</c>.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="StreamException">The file holds no readings; the message names file, row or line, and column.</exception>
    public static IReadOnlyList<Reading> Read(string path)
    {
        var isParquet = IsParquet(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"there is no file {path} (looked for {Path.GetFullPath(path)})", path);
        }

        return isParquet ? StreamParquet.Read(File.ReadAllBytes(path), path) : StreamCsv.Read(path);
    }

    private static bool IsParquet(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PARQUET" => true,
        ".CSV" => false,
        _ => throw new ArgumentException($"{path}: a recording ends in .csv or .parquet, not in '{Path.GetExtension(path)}'", nameof(path)),
    };
}
