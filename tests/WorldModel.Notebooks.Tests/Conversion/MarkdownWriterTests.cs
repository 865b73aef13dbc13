using System.Text.Json.Nodes;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorldModel.Notebooks.Conversion;
using WorldModel.Notebooks.Conversion.Prose;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Conversion;

public sealed class MarkdownWriterTests : IDisposable
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fence_in_code_or_output_cannot_end_its_block()
    {
        var page = Page(NotebookJson.Empty.Code("var s = \"````\";"), Stream("```\nout\n"));
        var blocks = Markdown.Parse(page.Text).OfType<FencedCodeBlock>().ToArray();
        Assert.Equal(["var s = \"````\";", "```\nout"], blocks.Select(block => block.Lines.ToString()));
    }

    [Fact]
    public void A_chart_becomes_its_picture_with_its_words()
    {
        var html = $"<figure><img src=\"data:image/png;base64,{Convert.ToBase64String(Dot)}\" alt=\"a &quot;chart&quot; of [m] &amp; _s_\"></figure>";
        var page = Page(NotebookJson.Empty.Code("1"), Data(("text/html", html), ("text/plain", "[overlay over time] One fall: height")));
        var image = Image(page);
        Assert.Equal("01-small.images/01-one-fall.png", image.Url);
        Assert.Equal("a \"chart\" of [m] & _s_", Words(image));
        Assert.Equal(Dot, page.Pictures["01-one-fall.png"]);
    }

    [Fact]
    public void A_drawn_picture_becomes_a_file_of_its_own()
    {
        const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-label=\"a line\"><path d=\"M0 0\"/></svg>";
        var page = Page(NotebookJson.Empty.Code("1"), Data(("text/html", $"<figure>{Svg}<script>1</script></figure>"), ("text/plain", "[a] B")));
        Assert.Equal(Svg, System.Text.Encoding.UTF8.GetString(page.Pictures["01-b.svg"]));
        Assert.Equal("a line", Words(Image(page)));
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_becomes_a_table()
    {
        const string Html = "<table><thead><tr><th>a | b</th><th>n</th></tr></thead><tbody><tr><td>x &lt; *y*</td><td style=\"text-align:right\">1</td></tr></tbody></table>";
        var page = Page(NotebookJson.Empty.Code("1"), Data(("text/html", Html)));
        Assert.Contains("| a \\| b | n |\n| --- | --: |\n| x \\< \\*y\\* | 1 |", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_outputs_are_text_without_the_colours_of_terminals()
    {
        var error = new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "v", ["traceback"] = new JsonArray("\u001b[31mE: v\u001b[0m") };
        var page = Page(NotebookJson.Empty.Code("1"), Data(("text/plain", "42")), error);
        Assert.Equal(["1", "42", "E: v"], Markdown.Parse(page.Text).OfType<FencedCodeBlock>().Select(block => block.Lines.ToString()));
    }

    [Fact]
    public void Relative_links_lead_to_the_same_files_and_others_stay()
    {
        const string Prose = "[n](../notebooks/other%20one.ipynb#part) [w](https://a.b/c) [h](#here) ![p](data/p.png \"t\") <img src=\"data/q.png\"> [r][ref] `[c](data/no.md)` [s](<data/with space.md>)\n\n[ref]: data/r.md\n";
        var page = Page(NotebookJson.Empty.Markdown(Prose));
        Assert.Contains("[n](../notebooks/other%20one.ipynb#part) [w](https://a.b/c) [h](#here) ![p](../notebooks/data/p.png \"t\") <img src=\"../notebooks/data/q.png\"> [r][ref] `[c](data/no.md)`", page.Text, StringComparison.Ordinal);
        Assert.Contains("[ref]: ../notebooks/data/r.md", page.Text, StringComparison.Ordinal);
        Assert.Contains("../notebooks/data/with%20space.md", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_is_converted_too_is_linked_as_its_page()
    {
        var other = _folder.File("notebooks/02-other.ipynb");
        Assert.Contains("[o](02-other.md)", Page(NotebookJson.Empty.Markdown("[o](02-other.ipynb)"), others: new() { [other] = "02-other.md" }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_was_never_executed_says_so()
    {
        var page = Page(NotebookJson.Empty.Markdown("# T").Code("1"));
        Assert.Contains("> This page shows no results: the notebook was never executed.", page.Text, StringComparison.Ordinal);
        Assert.Contains("never executed", page.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-digital-twin")]
    [InlineData("04-learned-dynamics")]
    [InlineData("08-multi-step-prediction")]
    public void Every_picture_of_the_course_is_there_and_no_markup_is_lost(string name)
    {
        var notebook = NotebookReader.Read(Path.Combine(Repository.Root, "notebooks", $"{name}.ipynb"));
        var page = MarkdownWriter.Write(new ConversionTarget(notebook, _folder.Path, ConversionForm.Markdown, new Dictionary<string, string>()));
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();
        var document = Markdown.Parse(page.Text, pipeline);
        var images = document.Descendants<LinkInline>().Where(link => link.IsImage).ToArray();
        Assert.Equal(notebook.Cells.SelectMany(cell => cell.SavedOutputs).Count(output => output is DataOutput data && data.Data["text/plain"].StartsWith('[')), images.Length);
        Assert.All(images, image => Assert.Contains(image.Url!.Split('/')[1], page.Pictures.Keys));
        Assert.All(images, image => Assert.NotEmpty(Words(image)));
        Assert.All(page.Pictures.Where(picture => picture.Key.EndsWith(".svg", StringComparison.Ordinal)), picture => System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(picture.Value)));
        Assert.Single(document.Descendants<HtmlBlock>()); // the marker alone
        Assert.Equal(notebook.Cells.Where(cell => cell.HasCode).Select(cell => cell.Source.TrimEnd()), document.OfType<FencedCodeBlock>().Where(block => block.Info == "csharp").Select(block => block.Lines.ToString()));
    }

    private static LinkInline Image(Converted page) => Assert.Single(Markdown.Parse(page.Text).Descendants<LinkInline>());

    private static string Words(LinkInline image) => string.Concat(image.Descendants<LiteralInline>().Select(part => part.Content.ToString()));

    private static JsonObject Stream(string text) => new() { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text };

    private static JsonObject Data(params (string Type, string Text)[] forms) => new()
    {
        ["output_type"] = "display_data",
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject(forms.Select(form => KeyValuePair.Create<string, JsonNode?>(form.Type, form.Text))),
    };

    private Converted Page(NotebookJson notebook, params JsonObject[] outputs) => Page(notebook, [], outputs);

    private Converted Page(NotebookJson notebook, Dictionary<string, string> others, params JsonObject[] outputs)
    {
        var json = notebook.ToJson();
        if (outputs.Length > 0)
        {
            json["cells"]![json["cells"]!.AsArray().Count - 1]!["outputs"] = new JsonArray([.. outputs]);
        }

        var path = _folder.Write("notebooks/01-small.ipynb", System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        return MarkdownWriter.Write(new ConversionTarget(NotebookReader.Read(path), _folder.File("out"), ConversionForm.Markdown, others));
    }
}
