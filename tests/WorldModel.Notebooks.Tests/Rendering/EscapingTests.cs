using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>Only HTML that a notebook shows is its author's; every other text stays text, wherever it stands.</summary>
public sealed class EscapingTests : IDisposable
{
    private const string Hostile = "</title></pre>\"'><script>steal()</script><img src=x onerror=steal()>&amp;";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_name_and_a_problem_stay_text() =>
        AssertHarmless(new NotebookResult($"01 {Hostile.Replace('/', '_')}.ipynb", null, []) { Problem = Hostile });

    [Fact]
    public void A_title_and_a_first_paragraph_stay_text_on_the_index_and_in_attributes()
    {
        var notebook = Notebook(NotebookJson.Empty.Markdown("# `" + Hostile + "`\n\n`" + Hostile + "`\n\n## `" + Hostile + "`").Code("1"));
        AssertHarmless(Result(notebook, []), new NotebookResult("other.ipynb", null, []) { Problem = "so that there is a neighbour" });
        Assert.Contains("&lt;/title&gt;", File.ReadAllText(_folder.File("site/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_values_errors_and_notes_stay_text()
    {
        Output[] outputs =
        [
            new StreamOutput("stdout", Hostile), new StreamOutput("stderr", Hostile), new StreamOutput(Hostile, "x"),
            new DataOutput(new Dictionary<string, string> { ["text/plain"] = Hostile }, IsResult: true),
            new DataOutput(new Dictionary<string, string> { ["text/plain"] = Hostile, ["image/png"] = "QUJD" }, IsResult: true),
            new DataOutput(new Dictionary<string, string> { ["image/png"] = Hostile }, IsResult: true),
            new ErrorOutput(Hostile, Hostile, [Hostile]),
        ];
        AssertHarmless(Result(Notebook(NotebookJson.Empty.Code("1")), outputs));
    }

    [Fact]
    public void Code_raw_cells_and_tags_stay_text() =>
        AssertHarmless(Result(Notebook(NotebookJson.Empty.Code($"// {Hostile}\nvar x = \"{Hostile}\"", Hostile).Markdown($"```\n{Hostile}\n```")), []));

    [Fact]
    public void What_a_notebook_shows_as_HTML_is_its_authors()
    {
        Write(Result(Notebook(NotebookJson.Empty.Code("1")), [new DataOutput(new Dictionary<string, string> { ["text/html"] = "<b onclick='own()'>own</b>" }, IsResult: true)]));
        Assert.Contains("<b onclick='own()'>own</b>", File.ReadAllText(_folder.File("site/hostile.html")), StringComparison.Ordinal);
    }

    private Notebook Notebook(NotebookJson json) => NotebookReader.Read(_folder.Write("hostile.ipynb", json));

    private static NotebookResult Result(Notebook notebook, Output[] outputs) => new(
        notebook.Path,
        notebook,
        [.. notebook.Cells.Where(cell => cell.HasCode).Select(cell => new CellResult(cell, outputs, TimeSpan.Zero) { Notes = [Hostile] })]);

    private void Write(params NotebookResult[] results) =>
        Site.Write(_folder.File("site"), results, _ => { }, new SiteOptions { Repository = new GitHubRepository("a", "b") });

    private void AssertHarmless(params NotebookResult[] results)
    {
        Write(results);
        Assert.All(Directory.GetFiles(_folder.File("site"), "*.html"), file =>
        {
            var page = File.ReadAllText(file);
            Assert.DoesNotContain("<script>steal", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\"'>", page, StringComparison.Ordinal);
            Assert.Single(Markup.Read(file).Named("title"));
            Assert.DoesNotContain(Markup.Read(file).Tags, tag => tag.Attributes.ContainsKey("onerror"));
        });
    }
}
