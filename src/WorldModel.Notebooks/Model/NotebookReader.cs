using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>Reads a notebook and refuses, with a message for people, what is none.</summary>
internal static class NotebookReader
{
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256 };

    public static Notebook Read(string path) => Read(path, Load(path));

    /// <summary>A notebook as it once was: <paramref name="bytes"/> need no longer be what the file holds.</summary>
    public static Notebook Read(string path, byte[] bytes)
    {
        using var document = Parse(path, WithoutMark(bytes));
        HalfLetters.Refuse(path, WithoutMark(bytes).Span);
        try
        {
            return Read(path, bytes, document.RootElement);
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            // JSON may hold bytes and escapes that are no text, and only reading them tells.
            throw new NotebookProblem($"{path} holds text that is not Unicode: {(e.InnerException ?? e).Message} Restore it, or save it again with the editor that wrote it.", e);
        }
    }

    private static Notebook Read(string path, byte[] bytes, JsonElement root)
    {
        CheckFormat(path, root);
        NotebookLanguage.Check(path, root);
        var cells = root.GetProperty("cells").EnumerateArray().Select((cell, index) => CellReader.Read(path, cell, index + 1)).ToArray();
        return new Notebook(path, bytes, cells) { Kernel = root.Find("metadata", "kernelspec")?.Text("name") ?? "", Stamp = RunStamp.Read(root) };
    }

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static byte[] Load(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookProblem($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static JsonDocument Parse(string path, ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException e)
        {
            throw new NotebookProblem($"{path} is not JSON (line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}), so it is not a notebook. Restore it, or open it in an editor and repair that line.", e);
        }
    }

    private static void CheckFormat(string path, JsonElement root)
    {
        if (root.Find("nbformat") is not { ValueKind: JsonValueKind.Number } format || !format.TryGetInt32(out var version))
        {
            throw new NotebookProblem($"{path} is JSON but not a notebook: it has no \"nbformat\" number. Give the path of an .ipynb file.");
        }

        if (version != 4)
        {
            throw new NotebookProblem($"{path} is a notebook of format {version}; only format 4 is understood. Open it in VS Code or Jupyter and save it again, or run `jupyter nbconvert --to notebook --nbformat 4`.");
        }

        if (!root.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
        {
            throw new NotebookProblem($"{path} is not a notebook: it has no list of \"cells\". Restore the file.");
        }
    }
}
