using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Model;

public sealed class StampWriterTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char[" abÄ漢\"\\/{}[],:"], 0, 8], Gen.OneOf("metadata", "worldmodel", "a\nb", "🍎"));

    private static readonly Gen<JsonStyle> Style =
        from indent in Gen.OneOf("", " ", "  ", "\t")
        from newLine in Gen.OneOf("\n", "\r\n")
        from ascii in Gen.Bool
        from tight in Gen.Bool
        select indent.Length == 0 ? new JsonStyle("", "", ascii, tight ? ":" : ": ") : new JsonStyle(indent, newLine, ascii, ": ");

    // A stamp is plain ASCII.
    private static readonly Gen<string> Plain = Gen.String[Gen.Char[" ab\"\\/{}[],:\n"], 0, 8];

    private static readonly Gen<RunStamp> Stamps =
        from cells in Plain
        from outputs in Plain
        from data in Gen.Select(Plain, Gen.Bool, (text, isThere) => isThere ? text : null)
        from seconds in Gen.Int[0, 999]
        select new RunStamp { Cells = cells, Outputs = outputs, Data = data, Library = "1.2.3", Date = "2026-11-30", Seconds = seconds, Megabytes = 7 };

    private static readonly Gen<byte[]> Files =
        from style in Style
        from old in Gen.Select(Stamps, Gen.Bool, (stamp, isThere) => isThere ? stamp : null)
        from note in Text
        from shape in Gen.Int[0, 4]
        from isFirst in Gen.Bool
        from mark in Gen.Bool
        select Encoding.UTF8.GetBytes((mark ? "\uFEFF" : "") + JsonPrinter.Print(File(old, note, shape, isFirst), style, 0) + "\n");

    [Fact]
    public void A_stamp_is_read_back_and_everything_else_is_as_it_was() => Gen.Select(Files, Stamps).Sample((file, stamp) =>
    {
        var (before, after) = (Read(file), Read(StampWriter.Write(Read(file), stamp)));
        return after.Stamp == stamp && JsonNode.DeepEquals(Unstamped(before), Unstamped(after));
    });

    [Fact]
    public void Only_the_bytes_of_the_stamp_change() => Gen.Select(Files, Stamps).Sample((file, stamp) =>
    {
        var (before, after) = (Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(StampWriter.Write(Read(file), stamp)));
        var begin = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = before[begin..].Reverse().Zip(after[begin..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();

        // What is exchanged lies inside the stamp, or where there was none is nothing, or a metadata that holds nothing.
        var exchanged = before[begin..^end].Trim();
        return Read(file).Stamp is { } old
            ? StampText(before).Contains(exchanged, StringComparison.Ordinal)
            : exchanged is "" or "null" or "7" or "{}";
    });

    [Fact]
    public void The_same_stamp_again_leaves_every_byte_alone() => Gen.Select(Files, Stamps).Sample((file, stamp) =>
    {
        var once = StampWriter.Write(Read(file), stamp);
        return once.AsSpan().SequenceEqual(StampWriter.Write(Read(once), stamp));
    });

    [Fact]
    public void Another_stamp_and_back_restores_the_file() => Gen.Select(Files, Stamps, Stamps).Sample((file, one, other) =>
    {
        var once = StampWriter.Write(Read(file), one);
        return once.AsSpan().SequenceEqual(StampWriter.Write(Read(StampWriter.Write(Read(once), other)), one));
    });

    [Theory]
    [InlineData("{\n \"cells\": [],\n \"nbformat\": 4\n}\n", ",\n \"metadata\": {\n  \"worldmodel\": {\n   \"cells\": \"c\",")]
    [InlineData("{\n \"cells\": [],\n \"metadata\": {},\n \"nbformat\": 4\n}\n", "\"metadata\": {\n  \"worldmodel\": {\n   \"cells\": \"c\",")]
    [InlineData("{\n \"cells\": [],\n \"metadata\": {\n  \"a\": 1\n },\n \"nbformat\": 4\n}\n", "\"a\": 1,\n  \"worldmodel\": {\n   \"cells\": \"c\",")]
    [InlineData("{\"cells\":[],\"nbformat\":4}", ",\"metadata\":{\"worldmodel\":{\"cells\":\"c\",")]
    public void A_stamp_is_laid_out_as_the_file_is(string before, string added)
    {
        var stamp = new RunStamp { Cells = "c", Outputs = "o", Library = "1.2.3" };
        Assert.Contains(added, Encoding.UTF8.GetString(StampWriter.Write(Read(Encoding.UTF8.GetBytes(before)), stamp)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{\"cells\":\"c\",\"outputs\":\"o\"}")]
    [InlineData("{\"cells\":1,\"outputs\":\"o\",\"library\":\"1.2.3\"}")]
    public void Half_a_stamp_is_none(string stamp) =>
        Assert.Null(Read(Encoding.UTF8.GetBytes($$$"""{"cells":[],"nbformat":4,"metadata":{"worldmodel":{{{stamp}}} }}""")).Stamp);

    private static Notebook Read(byte[] file) => NotebookReader.Read("a.ipynb", file);

    private static JsonObject Unstamped(Notebook notebook)
    {
        var json = JsonNode.Parse(NotebookReader.WithoutMark(notebook.Bytes).Span)!.AsObject();
        (json["metadata"] as JsonObject)?.Remove(RunStamp.Key);
        if (json["metadata"] is not JsonObject { Count: > 0 })
        {
            json.Remove("metadata");
        }

        return json;
    }

    private static string StampText(string file)
    {
        var json = Encoding.UTF8.GetBytes(file.TrimStart('\uFEFF'));
        return Encoding.UTF8.GetString(json[MetadataSpan.Find(json).Stamp!.Value]);
    }

    private static JsonObject File(RunStamp? old, string note, int shape, bool isFirst)
    {
        var json = new JsonObject { ["nbformat"] = 4, ["cells"] = new JsonArray(new JsonObject { ["cell_type"] = "markdown", ["source"] = note, ["metadata"] = new JsonObject() }) };
        JsonNode? metadata = (shape, old) switch
        {
            (_, { } stamp) => new JsonObject { ["note"] = note, [RunStamp.Key] = stamp.ToJson(), ["zoo"] = new JsonObject { [RunStamp.Key] = note } },
            (0, _) => new JsonObject(),
            (1, _) => new JsonObject { ["note"] = note },
            (2, _) => 7,
            _ => null,
        };
        if (old is not null || shape < 4)
        {
            json.Insert(isFirst ? 0 : json.Count, "metadata", metadata);
        }

        return json;
    }
}
