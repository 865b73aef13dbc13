using System.Text;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Model;

/// <summary>An exchange of some bytes of a JSON file; all others stay as they are.</summary>
internal readonly record struct ByteEdit(int Start, int Length, string Text)
{
    public static ByteEdit Replace(Range place, string text) => new(place.Start.Value, place.End.Value - place.Start.Value, text);

    /// <summary>One more member after the last of its object; <paramref name="level"/> counts the indents of that object's members.</summary>
    public static ByteEdit Member(int afterLast, string name, JsonNode value, JsonStyle style, int level)
    {
        var indent = style.IsOneLine ? "" : string.Concat(Enumerable.Repeat(style.Indent, level));
        return new ByteEdit(afterLast, 0, $",{style.NewLine}{indent}\"{name}\"{style.Colon}{JsonPrinter.Print(value, style, level)}");
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="offset">Where in it the JSON begins from which the places count.</param>
    /// <param name="edits">What to exchange.</param>
    public static byte[] Apply(ReadOnlyMemory<byte> bytes, int offset, IEnumerable<ByteEdit> edits)
    {
        var result = new MemoryStream(bytes.Length);
        var position = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            result.Write(bytes.Span[position..(offset + edit.Start)]);
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            position = offset + edit.Start + edit.Length;
        }

        result.Write(bytes.Span[position..]);
        return result.ToArray();
    }
}
