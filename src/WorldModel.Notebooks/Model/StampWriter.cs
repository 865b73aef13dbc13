using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Model;

/// <summary>Puts a stamp into a notebook's metadata, and leaves every other byte alone.</summary>
internal static class StampWriter
{
    // Members of the notebook are indented once, those of its metadata twice.
    private const int MemberLevel = 1;
    private const int EntryLevel = 2;

    public static byte[] Write(Notebook notebook, RunStamp stamp)
    {
        var json = NotebookReader.WithoutMark(notebook.Bytes);
        ByteEdit[] edits = stamp == notebook.Stamp ? [] : [Edit(MetadataSpan.Find(json.Span), stamp.ToJson(), JsonStyle.Of(json.Span))];
        return ByteEdit.Apply(notebook.Bytes, notebook.Bytes.Length - json.Length, edits);
    }

    private static ByteEdit Edit(MetadataSpan span, JsonObject stamp, JsonStyle style) => span switch
    {
        { Stamp: { } place } => ByteEdit.Replace(place, JsonPrinter.Print(stamp, style, EntryLevel)),
        { AfterLastEntry: { } last } => ByteEdit.Member(last, RunStamp.Key, stamp, style, EntryLevel),
        { Metadata: { } metadata } => ByteEdit.Replace(metadata, JsonPrinter.Print(Metadata(stamp), style, MemberLevel)),
        _ => ByteEdit.Member(span.AfterLastMember, "metadata", Metadata(stamp), style, MemberLevel),
    };

    private static JsonObject Metadata(JsonObject stamp) => new() { [RunStamp.Key] = stamp };
}
