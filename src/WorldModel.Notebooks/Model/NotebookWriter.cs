using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Model;

/// <summary>
/// Puts new outputs into a notebook by exchanging only the bytes of those that changed: everything else, down to
/// indentation, key order and escapes, stays as the author's editor wrote it, so that a diff shows real changes only.
/// </summary>
internal static class NotebookWriter
{
    // A cell lies at root / cells / cell, so its members are indented three times.
    private const int MemberLevel = 3;

    public static byte[] Write(Notebook notebook, IEnumerable<CellOutputs> renewed)
    {
        var json = NotebookReader.WithoutMark(notebook.Bytes);
        var style = JsonStyle.Of(json.Span);
        var spans = CellSpans.Find(json.Span);
        var edits = renewed.SelectMany(cell => Edits(json, spans[cell.CellNumber - 1], cell, style)).OrderBy(edit => edit.Start);
        return Apply(notebook.Bytes, notebook.Bytes.Length - json.Length, edits);
    }

    /// <summary>A reader meets the old notebook or the new one, never half of it.</summary>
    public static void Save(string path, byte[] content) => WholeFile.Write(path, content);

    private static IEnumerable<Edit> Edits(ReadOnlyMemory<byte> json, CellSpan span, CellOutputs cell, JsonStyle style)
    {
        var outputs = OutputJson.From(cell.Outputs, cell.ExecutionCount);
        if (span.ExecutionCount is not { } count)
        {
            yield return Member(span, "execution_count", cell.ExecutionCount, style);
        }
        else if (!int.TryParse(Encoding.UTF8.GetString(json.Span[count]), CultureInfo.InvariantCulture, out var old) || old != cell.ExecutionCount)
        {
            yield return Edit.Replace(count, cell.ExecutionCount.ToString(CultureInfo.InvariantCulture));
        }

        if (span.Outputs is not { } place)
        {
            yield return Member(span, "outputs", outputs, style);
        }
        else if (!OutputJson.Same(Element(json[place]), outputs))
        {
            yield return Edit.Replace(place, JsonPrinter.Print(outputs, style, MemberLevel));
        }
    }

    private static JsonElement Element(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, NotebookReader.Strict);
        return document.RootElement.Clone();
    }

    private static Edit Member(CellSpan span, string name, JsonNode value, JsonStyle style)
    {
        var indent = style.IsOneLine ? "" : string.Concat(Enumerable.Repeat(style.Indent, MemberLevel));
        var text = $",{style.NewLine}{indent}\"{name}\"{style.Colon}{JsonPrinter.Print(value, style, MemberLevel)}";
        return new Edit(span.AfterLastMember, 0, text);
    }

    private static byte[] Apply(ReadOnlyMemory<byte> bytes, int offset, IEnumerable<Edit> edits)
    {
        var result = new MemoryStream(bytes.Length);
        var position = 0;
        foreach (var edit in edits)
        {
            result.Write(bytes.Span[position..(offset + edit.Start)]);
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            position = offset + edit.Start + edit.Length;
        }

        result.Write(bytes.Span[position..]);
        return result.ToArray();
    }

    private readonly record struct Edit(int Start, int Length, string Text)
    {
        public static Edit Replace(Range place, string text) => new(place.Start.Value, place.End.Value - place.Start.Value, text);
    }
}
