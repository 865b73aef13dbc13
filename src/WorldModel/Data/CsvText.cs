using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace WorldModel.Data;

/// <summary>A CSV file as text: its header and its rows with the lines they stand on.</summary>
internal sealed record CsvText(string File, string[] Header, IReadOnlyList<(int Line, string[] Fields)> Rows)
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        AllowComments = true,
        TrimOptions = TrimOptions.Trim,
        IgnoreBlankLines = true,
        DetectColumnCountChanges = false,
        BadDataFound = bad => throw new FormatException($"a quotation mark stands inside the unquoted text '{bad.Field}'"),
    };

    internal static CsvText Read(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new FileNotFoundException($"there is no file {path} (looked for {Path.GetFullPath(path)})", path);
        }

        using var reader = new StreamReader(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        using var parser = new CsvParser(reader, Format);
        var records = Records(parser, path).ToList();
        return records is [var (line, header), .. var rows]
            ? new(path, Named(header, path, line), Regular(rows, header, path))
            : throw new CsvException($"{path}: the file is empty; it needs a line of column names and a line a row");
    }

    private static IEnumerable<(int Line, string[] Fields)> Records(CsvParser parser, string path)
    {
        while (true)
        {
            bool isMore;
            try
            {
                isMore = parser.Read();
            }
            catch (Exception e) when (e is FormatException or BadDataException or System.Text.DecoderFallbackException or ParserException)
            {
                throw new CsvException($"{path} line {parser.RawRow}: {(e is System.Text.DecoderFallbackException ? "the file is not UTF-8 text" : e.Message)}", e);
            }

            if (!isMore)
            {
                yield break;
            }

            yield return (parser.RawRow, parser.Record!);
        }
    }

    private static string[] Named(string[] header, string path, int line)
    {
        for (var column = 0; column < header.Length; column++)
        {
            if (header[column].Length == 0)
            {
                throw new CsvException($"{path} line {line}, column {column + 1}: the column has no name");
            }

            if (Array.IndexOf(header, header[column]) < column)
            {
                throw new CsvException($"{path} line {line}, column {column + 1}: the name '{header[column]}' stands twice");
            }
        }

        return header;
    }

    private static List<(int Line, string[] Fields)> Regular(List<(int Line, string[] Fields)> rows, string[] header, string path)
    {
        foreach (var (line, fields) in rows)
        {
            if (fields.Length != header.Length)
            {
                throw new CsvException($"{path} line {line}: it has {fields.Length} fields, and the header has {header.Length} ({string.Join(", ", header)})");
            }
        }

        return rows;
    }
}
