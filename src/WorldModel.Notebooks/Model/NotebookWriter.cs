using System.Globalization;
using System.Text;
using System.Text.Json;

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
        var edits = renewed.SelectMany(cell => Edits(json, spans[cell.CellNumber - 1], cell, style));
        return ByteEdit.Apply(notebook.Bytes, notebook.Bytes.Length - json.Length, edits);
    }

    /// <summary>A reader meets the old notebook or the new one, never half of it.</summary>
    public static void Save(string path, byte[] content) => WholeFile.Write(path, content);

    private static IEnumerable<ByteEdit> Edits(ReadOnlyMemory<byte> json, CellSpan span, CellOutputs cell, JsonStyle style)
    {
        var outputs = OutputJson.From(cell.Outputs, cell.ExecutionCount);
        if (span.ExecutionCount is not { } count)
        {
            yield return ByteEdit.Member(span.AfterLastMember, "execution_count", cell.ExecutionCount, style, MemberLevel);
        }
        else if (!int.TryParse(Encoding.UTF8.GetString(json.Span[count]), CultureInfo.InvariantCulture, out var old) || old != cell.ExecutionCount)
        {
            yield return ByteEdit.Replace(count, cell.ExecutionCount.ToString(CultureInfo.InvariantCulture));
        }

        if (span.Outputs is not { } place)
        {
            yield return ByteEdit.Member(span.AfterLastMember, "outputs", outputs, style, MemberLevel);
        }
        else if (!OutputJson.Same(Element(json[place]), outputs))
        {
            yield return ByteEdit.Replace(place, JsonPrinter.Print(outputs, style, MemberLevel));
        }
    }

    private static JsonElement Element(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, NotebookReader.Strict);
        return document.RootElement.Clone();
    }
}
