using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Model;

public sealed class NotebookWriterTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[" abcÄé漢\"\\/\t{}[],:<&\u007f"], 0, 12],
        Gen.OneOf("one\ntwo\n", "a\r\nb", "🍎 falls", "\u2028", "null", "\u0001", "\"outputs\": []"));

    private static readonly Gen<JsonStyle> Style =
        from indent in Gen.OneOf("", " ", "  ", "    ", "\t")
        from newLine in Gen.OneOf("\n", "\r\n")
        from ascii in Gen.Bool
        from tight in Gen.Bool
        select indent.Length == 0 ? new JsonStyle("", "", ascii, tight ? ":" : ": ") : new JsonStyle(indent, newLine, ascii, ": ");

    private static readonly Gen<Output> AnyOutput = Gen.OneOf(
        Gen.Select(Gen.OneOf("stdout", "stderr"), Text, (name, text) => (Output)new StreamOutput(name, text)),
        Gen.Select(Text, Text, Gen.Bool, (html, plain, isResult) => (Output)new DataOutput(new Dictionary<string, string> { ["text/html"] = html, ["text/plain"] = plain }, isResult)),
        Gen.Select(Text, Gen.Int[0, 99].Array, Gen.Bool, (title, numbers, isResult) => (Output)new DataOutput(new Dictionary<string, string> { ["application/vnd.plotly.v1+json"] = JsonSerializer.Serialize(new { title, numbers }), ["text/plain"] = title }, isResult)),
        Gen.Select(Text, Text, Text.List[0, 3], (name, value, trace) => (Output)new ErrorOutput(name, value, trace)));

    private static readonly Gen<Output[]> Outputs = AnyOutput.Array[0, 3];

    private static readonly Gen<Sample> Samples =
        from style in Style
        from source in Text
        from note in Text
        from old in Outputs
        from renewed in Outputs
        from oneString in Gen.Bool
        from mark in Gen.Bool
        from end in Gen.OneOf("", "\n")
        select new Sample(style, source, note, old, renewed, oneString, mark, end);

    [Fact]
    public void Outputs_that_did_not_change_leave_every_byte_alone() => Samples.Sample(sample =>
        Written(sample.Bytes, sample.Old).AsSpan().SequenceEqual(sample.Bytes));

    [Fact]
    public void New_outputs_are_read_back_and_written_only_once() => Samples.Sample(sample =>
    {
        var once = Written(sample.Bytes, sample.Renewed);
        var twice = Written(once, sample.Renewed);
        return once.AsSpan().SequenceEqual(twice) && JsonNode.DeepEquals(OutputsOf(once), OutputJson.From(sample.Renewed, Sample.Count));
    });

    [Fact]
    public void Outputs_are_read_back_as_they_were() => Samples.Sample(sample =>
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.ipynb", "");
        File.WriteAllBytes(path, Written(sample.Bytes, sample.Renewed));
        var cell = NotebookReader.Read(path).Cells[1];
        return cell.ExecutionCount == Sample.Count && JsonNode.DeepEquals(OutputJson.From(cell.SavedOutputs, Sample.Count), OutputJson.From(sample.Renewed, Sample.Count));
    }, iter: 50);

    [Fact]
    public void A_form_that_is_JSON_is_stored_as_such_on_one_line()
    {
        using var folder = new TemporaryFolder();
        const string before = "{\n \"nbformat\": 4,\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"source\": \"1\"\n  }\n ]\n}\n";
        var notebook = NotebookReader.Read(folder.Write("a.ipynb", before));
        var figure = new DataOutput(new Dictionary<string, string> { ["application/vnd.plotly.v1+json"] = """{"data":[{"y":[1,2.50]}]}""" }, IsResult: true);
        var after = Encoding.UTF8.GetString(NotebookWriter.Write(notebook, [new CellOutputs(1, 1, [figure])]));
        Assert.Contains("\"application/vnd.plotly.v1+json\": {\"data\":[{\"y\":[1,2.50]}]}\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_outputs_there_and_back_restores_the_file() => Samples.Sample(sample =>
    {
        var plain = sample with { OneString = false, Style = sample.Style with { AsciiOnly = false } };
        return Written(Written(plain.Bytes, plain.Renewed), plain.Old).AsSpan().SequenceEqual(plain.Bytes);
    });

    [Fact]
    public void Missing_keys_are_added_in_the_files_own_style()
    {
        using var folder = new TemporaryFolder();
        const string before = "{\n  \"nbformat\": 4,\n  \"cells\": [\n    {\n      \"cell_type\": \"code\",\n      \"source\": \"1\"\n    }\n  ]\n}\n";
        var notebook = NotebookReader.Read(folder.Write("a.ipynb", before));
        var after = Encoding.UTF8.GetString(NotebookWriter.Write(notebook, [new CellOutputs(1, 1, [])]));
        Assert.Equal(before.Replace("\"source\": \"1\"", "\"source\": \"1\",\n      \"execution_count\": 1,\n      \"outputs\": []", StringComparison.Ordinal), after);
    }

    [Fact]
    public void A_save_replaces_the_file_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.ipynb", "old");
        NotebookWriter.Save(path, "new"u8.ToArray());
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    private static byte[] Written(byte[] bytes, Output[] outputs)
    {
        using var folder = new TemporaryFolder();
        var notebook = NotebookReader.Read(folder.Write("a.ipynb", bytes));
        return NotebookWriter.Write(notebook, [new CellOutputs(2, Sample.Count, outputs)]);
    }

    private static JsonNode? OutputsOf(byte[] bytes)
    {
        using var document = JsonDocument.Parse(NotebookReader.WithoutMark(bytes));
        return JsonNode.Parse(document.RootElement.GetProperty("cells")[1].GetProperty("outputs").GetRawText());
    }

    private sealed record Sample(JsonStyle Style, string Source, string Note, Output[] Old, Output[] Renewed, bool OneString, bool Mark, string End)
    {
        public const int Count = 7;

        public byte[] Bytes => Encoding.UTF8.GetBytes((Mark ? "\uFEFF" : "") + JsonPrinter.Print(Json(), Style, 0) + End);

        private JsonObject Json() => new()
        {
            ["cells"] = new JsonArray(
                new JsonObject { ["cell_type"] = "markdown", ["metadata"] = new JsonObject { ["note"] = Note }, ["source"] = Source },
                new JsonObject { ["cell_type"] = "code", ["execution_count"] = Count, ["id"] = "x", ["metadata"] = new JsonObject(), ["outputs"] = OldOutputs(), ["source"] = Source }),
            ["metadata"] = new JsonObject { ["outputs"] = "not these", ["größe"] = Note },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };

        private JsonArray OldOutputs()
        {
            var outputs = OutputJson.From(Old, Count);
            foreach (var output in outputs.OfType<JsonObject>().Where(output => OneString && output["text"] is JsonArray))
            {
                output["text"] = string.Concat(output["text"]!.AsArray().Select(line => (string?)line));
            }

            return outputs;
        }
    }
}
