using System.Globalization;
using CsvHelper;
using Microsoft.Data.Analysis;

namespace WorldModel.Data;

/// <summary>
/// Comma-separated tables: UTF-8, a header with column names, numbers with a point, lines starting with # are comments
/// (a table of measurements names its source there), an empty number is a missing one.
/// </summary>
public static class Csv
{
    /// <summary>Reads a table. A column whose every field is a number or empty becomes numeric, any other text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="numeric">Columns that must exist and hold numbers, whatever else the file has.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CsvException">The file is no such table; the message names line and column.</exception>
    public static DataFrame Read(string path, params string[] numeric)
    {
        var text = CsvText.Read(path);
        foreach (var name in numeric)
        {
            RequireNumbers(text, name);
        }

        return new(text.Header.Select((name, column) => Column(name, [.. text.Rows.Select(row => row.Fields[column])])));
    }

    /// <summary>Writes a table that <see cref="Read"/> reads back without loss; an older file is replaced only once all is written.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="path">Where to.</param>
    /// <param name="comments">Lines to put first, behind #: source, units, caveats.</param>
    public static void Write(DataFrame frame, string path, params string[] comments)
    {
        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var writer = new StreamWriter(beside) { NewLine = "\n" })
            {
                Write(frame, writer, comments);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Write(DataFrame frame, StreamWriter writer, string[] comments)
    {
        foreach (var comment in comments.SelectMany(comment => comment.Split('\n')))
        {
            writer.WriteLine($"# {comment.TrimEnd()}");
        }

        using var csv = new CsvWriter(writer, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", ShouldQuote = quote => NeedsQuotes(quote.Field) });
        foreach (var fields in frame.Rows.Select(row => row.Select(Text)).Prepend(frame.Columns.Select(column => column.Name)))
        {
            foreach (var field in fields)
            {
                csv.WriteField(field);
            }

            csv.NextRecord();
        }
    }

    // Besides the usual cases: a first field with # would read back as a comment, and outer blanks would be trimmed.
    private static bool NeedsQuotes(string? field) =>
        field is { Length: > 0 } && (field.AsSpan().IndexOfAny(",\"\r\n#") >= 0 || field.AsSpan().Trim().Length != field.Length);

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static DataFrameColumn Column(string name, string[] fields) =>
        fields.All(field => field.Length == 0 || IsNumber(field, out _)) && fields.Any(field => field.Length > 0)
            ? new DoubleDataFrameColumn(name, fields.Select(field => IsNumber(field, out var number) ? number : (double?)null))
            : new StringDataFrameColumn(name, fields);

    private static void RequireNumbers(CsvText text, string name)
    {
        var column = Array.IndexOf(text.Header, name);
        if (column < 0)
        {
            throw new CsvException($"{text.File}: there is no column '{name}'; the columns are {string.Join(", ", text.Header)}");
        }

        foreach (var (line, fields) in text.Rows)
        {
            if (fields[column].Length > 0 && !IsNumber(fields[column], out _))
            {
                throw new CsvException($"{text.File} line {line}, column '{name}': '{fields[column]}' is not a number (write 1234.5, without separators, and nothing for a missing one)");
            }
        }
    }

    private static bool IsNumber(string field, out double number) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
