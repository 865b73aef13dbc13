using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace WorldModel.Data;

/// <summary>
/// Comma-separated tables (RFC 4180): UTF-8, a header with column names, numbers with a point, lines starting with #
/// are comments (a table of measurements names its source there), an empty field is a missing value, and a field in
/// quotation marks is text even where it looks like a number.
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

        return new(text.Header.Select((name, column) => Column(name, [.. text.Rows.Select(row => row.Fields[column])], numeric.Contains(name))));
    }

    /// <summary>
    /// Writes a table that <see cref="Read"/> reads back without loss, every number as a double; an older file is
    /// replaced only once all is written.
    /// </summary>
    /// <param name="frame">The table.</param>
    /// <param name="path">Where to.</param>
    /// <param name="comments">Lines to put first, behind #: source, units, caveats.</param>
    /// <exception cref="CsvException">A column has no name, or a text is no Unicode.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Write(DataFrame frame, string path, params string[] comments) =>
        WholeFile.Write(path, Encode(CsvWriting.Text(frame, comments), path));

    internal static bool IsNumber(string field, out double number) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static byte[] Encode(string text, string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new CsvException($"{path}: a text of the table holds half a character (U+{(int)e.CharUnknown:X4}), which no file can hold", e);
        }
    }

    private static DataFrameColumn Column(string name, CsvField[] fields, bool mustBeNumeric) =>
        mustBeNumeric || AreNumbers(fields)
            ? new DoubleDataFrameColumn(name, fields.Select(field => IsNumber(field.Text, out var number) ? number : (double?)null))
            : new StringDataFrameColumn(name, fields.Select(field => field is { Text: "", IsQuoted: false } ? null : field.Text));

    private static bool AreNumbers(CsvField[] fields) =>
        fields.All(field => field.Text.Length == 0 || (!field.IsQuoted && IsNumber(field.Text, out _)))
        && (fields.Any(field => field.Text.Length > 0) || !fields.Any(field => field.IsQuoted));

    private static void RequireNumbers(CsvText text, string name)
    {
        var column = Array.IndexOf(text.Header, name);
        if (column < 0)
        {
            throw new CsvException($"{text.File}: there is no column '{name}'; the columns are {string.Join(", ", text.Header)}");
        }

        var wrong = text.Rows.FirstOrDefault(row => row.Fields[column].Text is { Length: > 0 } field && !IsNumber(field, out _));
        if (wrong is not null)
        {
            throw new CsvException($"{text.File} line {wrong.Line}, column {column + 1} ('{name}'): '{wrong.Fields[column].Text}' is not a number (write 1234.5, without separators, and nothing for a missing one)");
        }
    }
}
