namespace WorldModel.Data;

/// <summary>
/// Cuts text into records and fields as RFC 4180 has them, and more strictly than most: a stray quotation mark is an
/// error, because whatever it was meant to say, reading on would shift every field behind it. Lines that are blank or
/// begin with # are passed over, and blanks around a field do not belong to it.
/// </summary>
internal sealed class CsvScanner(string text, string file)
{
    private int at;
    private int line = 1;

    private bool AtEnd => at == text.Length;

    private bool AtLineEnd => AtEnd || text[at] is '\r' or '\n';

    internal IEnumerable<CsvRecord> Records()
    {
        while (!AtEnd)
        {
            if (text[at] == '#' || RestOfLine().Trim().Length == 0)
            {
                at += RestOfLine().Length;
                PassLineEnd();
                continue;
            }

            yield return new(line, Fields());
        }
    }

    private List<CsvField> Fields()
    {
        List<CsvField> fields = [];
        while (true)
        {
            var (start, column) = (line, fields.Count + 1);
            PassBlanks();
            fields.Add(!AtEnd && text[at] == '"' ? Quoted(start, column) : Plain(column));
            if (AtLineEnd)
            {
                PassLineEnd();
                return fields;
            }

            at++; // the comma
        }
    }

    private CsvField Plain(int column)
    {
        var rest = RestOfLine();
        var comma = rest.IndexOf(',');
        var field = rest[..(comma < 0 ? rest.Length : comma)].ToString();
        at += field.Length;
        return !field.Contains('"', StringComparison.Ordinal)
            ? new(field.Trim(), IsQuoted: false)
            : throw Problem(line, column, $"a quotation mark stands inside the unquoted text '{field.Trim()}'; put the whole field into quotation marks and write each inner one twice");
    }

    private CsvField Quoted(int start, int column)
    {
        var field = new System.Text.StringBuilder();
        for (at++; !AtEnd && (text[at] != '"' || IsDoubled()); at++)
        {
            field.Append(text[at]);
            line += EndsLine() ? 1 : 0;
        }

        if (AtEnd)
        {
            throw Problem(start, column, "the quotation mark that opens here is never closed");
        }

        at++;
        PassBlanks();
        return AtLineEnd || text[at] == ','
            ? new(field.ToString(), IsQuoted: true)
            : throw Problem(line, column, $"after the closing quotation mark comes '{text[at]}', not a comma or the line's end");
    }

    // Steps onto the second of two quotation marks, which then is a character like any other.
    private bool IsDoubled()
    {
        var isDoubled = at + 1 < text.Length && text[at + 1] == '"';
        at += isDoubled ? 1 : 0;
        return isDoubled;
    }

    private bool EndsLine() => text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));

    private void PassBlanks()
    {
        while (!AtLineEnd && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private void PassLineEnd()
    {
        if (!AtEnd)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            line++;
        }
    }

    private ReadOnlySpan<char> RestOfLine()
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    private CsvException Problem(int where, int column, string what) => new($"{file} line {where}, column {column}: {what}");
}
