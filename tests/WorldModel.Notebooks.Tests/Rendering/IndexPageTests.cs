using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class IndexPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_map_puts_each_notebook_into_its_part_and_names_none_that_is_not_there()
    {
        var map = Map(Write(Passed("05-b.ipynb", "05 · Second"), Passed("01-a.ipynb", "01 · First"), Passed("notes.ipynb", "Notes")));
        string[] order = ["Part I<", "First", "Part II<", "Second", "Part III<"];
        int[] places = [.. order.Select(text => map.IndexOf(text, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(2, map.Split("<a ").Length - 1);
    }

    [Fact]
    public void Notebooks_that_are_not_of_the_course_have_no_map() =>
        Assert.DoesNotContain("class=\"parts\"", Write(Passed("notes.ipynb", "Notes"), Passed("2024-11.ipynb", "A diary")), StringComparison.Ordinal);

    [Fact]
    public void A_card_tells_its_part_its_checks_its_time_its_memory_and_its_day()
    {
        var run = Passed("04-x.ipynb", "04 · Does it work?") with { Duration = TimeSpan.FromSeconds(27.94), PeakMemory = 1_210_000_000, RanAt = new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.FromHours(-2)) };
        var index = Write(run);
        Assert.Contains("<p class=\"eyebrow\">04 · Part II: Learn the dynamics</p>", index, StringComparison.Ordinal);
        Assert.Contains(">Does it work?</a></h3>", index, StringComparison.Ordinal);
        Assert.Contains("<dt>Checks passed</dt><dd>2</dd>", index, StringComparison.Ordinal);
        Assert.Contains("<dd>27.9 s</dd>", index, StringComparison.Ordinal);
        Assert.Contains("<dd>1210 MB</dd>", index, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-11-23T01:30:00Z\" title=\"01:30 UTC\">23 Nov 2026</time>", index, StringComparison.Ordinal);
        Assert.Contains("1 notebook, 2 checks passed, executed in 27.9 s", index, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_of_a_run_is_not_told()
    {
        var index = Write(Passed("04-x.ipynb", "04 · Does it work?"));
        Assert.DoesNotContain("<dt>Peak memory</dt>", index, StringComparison.Ordinal);
        Assert.DoesNotContain("<time", index, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_notebooks_card_says_where_and_why_and_leads_there()
    {
        var run = Passed("04-x.ipynb", "04 · Does it work?");
        var failed = run with { Cells = [run.Cells[0] with { Outputs = [new ErrorOutput("CheckFailed", "This claim is not true\nmore", [])] }] };
        var index = Write(failed);
        Assert.Contains("href=\"04-x.html#cell-2\">failed in cell 2</a><span class=\"why\">This claim is not true</span>", index, StringComparison.Ordinal);
        Assert.Contains("1 failed", index, StringComparison.Ordinal);
        Assert.Contains("id=\"cell-2\"", File.ReadAllText(_folder.File("site/04-x.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_of_no_known_repository_links_to_none()
    {
        Assert.DoesNotContain("github", Write(Passed("01-a.ipynb", "01 · First")), StringComparison.OrdinalIgnoreCase);
        var index = Write(new SiteOptions { Repository = new GitHubRepository("a", "b") }, Passed("01-a.ipynb", "01 · First"));
        Assert.Contains("https://codespaces.new/a/b?quickstart=1", index, StringComparison.Ordinal);
        Assert.Contains("https://github.com/a/b\"", index, StringComparison.Ordinal);
    }

    private static string Map(string index) => index[index.IndexOf("class=\"parts\"", StringComparison.Ordinal)..index.IndexOf("id=\"notebooks\"", StringComparison.Ordinal)];

    private string Write(params NotebookResult[] results) => Write(new SiteOptions(), results);

    private string Write(SiteOptions options, params NotebookResult[] results)
    {
        Site.Write(_folder.File("site"), results, warning => Assert.Fail(warning), options);
        return File.ReadAllText(_folder.File("site/index.html"));
    }

    private NotebookResult Passed(string name, string title)
    {
        var notebook = NotebookReader.Read(_folder.Write(name, NotebookJson.Empty.Markdown($"# {title}\n\nWhy?").Code("1")));
        return new NotebookResult(notebook.Path, notebook, [new CellResult(notebook.Cells[1], [new StreamOutput("stdout", "✓ a\n✓ b\n")], TimeSpan.Zero)]);
    }
}
