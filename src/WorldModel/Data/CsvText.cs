using System.Text;

namespace WorldModel.Data;

/// <summary>A CSV file as text: its header and its rows with the lines they stand on.</summary>
internal sealed record CsvText(string File, string[] Header, IReadOnlyList<CsvRecord> Rows)
{
    internal static CsvText Read(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new FileNotFoundException($"there is no file {path} (looked for {Path.GetFullPath(path)})", path);
        }

        var records = new CsvScanner(Decode(System.IO.File.ReadAllBytes(path), path), path).Records().ToList();
        if (records.Count == 0)
        {
            throw new CsvException($"{path}: the file is empty; it needs a line of column names and a line a row");
        }

        var header = Named(records[0], path);
        return new(path, header, Regular(records[1..], header, path));
    }

    private static string Decode(byte[] bytes, string path)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.StartsWith('\ufeff') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.Take(e.Index).Count(value => value == '\n');
            throw new CsvException($"{path} line {line}: the file is not UTF-8 text; save it with that encoding", e);
        }
    }

    private static string[] Named(CsvRecord header, string path)
    {
        RequireCommas(header, path);
        string[] names = [.. header.Fields.Select(field => field.Text)];
        for (var column = 0; column < names.Length; column++)
        {
            if (names[column].Length == 0)
            {
                throw new CsvException($"{path} line {header.Line}, column {column + 1}: the column has no name");
            }

            if (Array.IndexOf(names, names[column]) < column)
            {
                throw new CsvException($"{path} line {header.Line}, column {column + 1}: the name '{names[column]}' stands twice");
            }
        }

        return names;
    }

    // Spreadsheets of half the world separate columns by semicolons, because their numbers hold commas.
    private static void RequireCommas(CsvRecord header, string path)
    {
        if (header.Fields is [{ IsQuoted: false } only] && only.Text.IndexOfAny([';', '\t']) >= 0)
        {
            throw new CsvException($"{path} line {header.Line}: the columns seem to be separated by semicolons or tabs; separate them by commas, and write numbers with a point");
        }
    }

    private static List<CsvRecord> Regular(List<CsvRecord> rows, string[] header, string path)
    {
        var ragged = rows.Find(row => row.Fields.Count != header.Length);
        return ragged is null
            ? rows
            : throw new CsvException($"{path} line {ragged.Line}: it has {ragged.Fields.Count} fields, and the header has {header.Length} ({string.Join(", ", header)}); a comma inside a number or a text is one too many");
    }
}
