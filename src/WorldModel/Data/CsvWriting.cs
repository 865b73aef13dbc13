using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace WorldModel.Data;

/// <summary>A table as the text of a CSV file.</summary>
internal static class CsvWriting
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n#;\t");

    internal static string Text(DataFrame frame, IEnumerable<string> comments)
    {
        if (frame.Columns.Count == 0 || frame.Columns.Any(column => string.IsNullOrEmpty(column.Name)))
        {
            throw new CsvException("a table needs columns, and each column a name, before it can be written");
        }

        var text = new StringBuilder();
        foreach (var comment in comments.SelectMany(comment => comment.ReplaceLineEndings("\n").Split('\n')))
        {
            text.Append($"# {comment}".TrimEnd()).Append('\n');
        }

        foreach (var row in frame.Rows.Select(row => row.Select(Field)).Prepend(frame.Columns.Select(column => Field(column.Name))))
        {
            var fields = string.Join(',', row);
            text.Append(fields.Length > 0 ? fields : "\"\"").Append('\n'); // an empty line would be none
        }

        return text.ToString();
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => NeedsQuotes(text) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Field(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    // Besides the usual cases, what would read back as something else: nothing, a number, a comment, trimmed text.
    private static bool NeedsQuotes(string text) =>
        text.Length == 0 || text.AsSpan().ContainsAny(Special) || text.AsSpan().Trim().Length != text.Length
        || text[0] == '\ufeff' || Csv.IsNumber(text, out _);
}
