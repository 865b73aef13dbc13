using System.Text.Json.Nodes;
using CsCheck;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Tests.Verification;

public sealed class OutputHashTests
{
    private const string Figure = "application/vnd.plotly.v1+json";

    private static readonly Gen<string> Text = Gen.String[Gen.Char["ab\n"], 0, 4];

    private static readonly Gen<Output> AnyOutput = Gen.OneOf(
        Gen.Select(Gen.OneOf("stdout", "stderr"), Text, (name, text) => (Output)new StreamOutput(name, text)),
        Gen.Select(Text, Gen.Bool, (html, isResult) => (Output)new DataOutput(new Dictionary<string, string> { ["text/html"] = html }, isResult)),
        Gen.Select(Text, Text, Text.List[0, 2], (name, value, trace) => (Output)new ErrorOutput(name, value, trace)));

    [Fact]
    public void Outputs_that_say_something_else_have_another_hash() => Gen.Select(AnyOutput.Array[0, 3], AnyOutput.Array[0, 3]).Sample((one, other) =>
        JsonNode.DeepEquals(OutputJson.From(one, 1), OutputJson.From(other, 1)) == (Of(one) == Of(other)));

    [Fact]
    public void An_output_that_moves_to_the_next_cell_changes_the_hash()
    {
        var said = SampleNotebook.Said("1\n");
        Assert.NotEqual(Of([said], []), Of([], [said]));
    }

    [Theory]
    [InlineData("""{"data":[{"y":[1,2.50,1e-9]}],"layout":{"a":"é"}}""", """{ "layout": {"a": "\u00e9"}, "data": [{"y": [1.0, 2.5, 0.000000001]}] }""")]
    [InlineData("[true,null,\"1\"]", "[ true , null , \"1\" ]")]
    public void JSON_that_says_the_same_has_the_same_hash(string one, string other) => Assert.Equal(OfFigure(one), OfFigure(other));

    [Theory]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1]", "[\"1\"]")]
    [InlineData("{\"a\":1}", "{\"b\":1}")]
    [InlineData("[[1],2]", "[1,[2]]")]
    public void JSON_that_says_something_else_has_another(string one, string other) => Assert.NotEqual(OfFigure(one), OfFigure(other));

    [Fact]
    public void A_text_in_lines_is_the_text_in_one_string()
    {
        const string cell = """{"nbformat":4,"cells":[{"cell_type":"code","source":"1","outputs":[{"output_type":"stream","name":"stdout","text":TEXT}]}]}""";
        string Hash(string text) => OutputHash.Of(NotebookReader.Read("a.ipynb", System.Text.Encoding.UTF8.GetBytes(cell.Replace("TEXT", text, StringComparison.Ordinal))));
        Assert.Equal(Hash("\"a\\nb\""), Hash("[ \"a\\n\", \"b\" ]"));
    }

    private static string OfFigure(string json) => Of([new DataOutput(new Dictionary<string, string> { [Figure] = json }, IsResult: true)]);

    private static string Of(params Output[][] cells) =>
        OutputHash.Of(new Notebook("a.ipynb", default, [.. cells.Select((outputs, index) => new Cell(index + 1, CellKind.Code, "1") { SavedOutputs = outputs })]));
}
