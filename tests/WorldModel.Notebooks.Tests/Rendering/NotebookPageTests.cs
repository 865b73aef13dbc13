using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class NotebookPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_hands_out_its_notebook_as_it_lies_on_disk()
    {
        var page = Write(NotebookJson.Empty.Markdown("# A"), new SiteOptions());
        Assert.Contains("<a href=\"source/a__1.ipynb\" download=\"a #1.ipynb\">Download notebook</a>", page, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder.File("a #1.ipynb")), File.ReadAllBytes(_folder.File("site/source/a__1.ipynb")));
    }

    [Fact]
    public void A_notebook_in_a_clone_of_a_known_repository_is_linked_where_it_lies_there()
    {
        Directory.CreateDirectory(_folder.File(".git"));
        var page = Write(NotebookJson.Empty.Markdown("# A"), new SiteOptions { Repository = new GitHubRepository("me", "mine") });
        Assert.Contains("href=\"https://github.com/me/mine/blob/HEAD/a%20%231.ipynb\">View on GitHub</a>", page, StringComparison.Ordinal);
        Assert.Contains("Open in Codespaces", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_says_that_it_is_slow_or_fails_on_purpose()
    {
        var page = Write(NotebookJson.Empty.Markdown("# A").Code("1", "check", "slow", "raises-exception").Code("2", "chart"), new SiteOptions());
        Assert.Contains("<p class=\"label\">Check</p>\n<p class=\"cell-note\">Slow</p>\n<p class=\"cell-note\">Raises an exception on purpose</p>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("class=\"cell-note\"").Length - 1);
    }

    [Fact]
    public void Sections_of_the_second_level_make_the_table_of_contents()
    {
        var page = Write(NotebookJson.Empty.Markdown("# A\n\n## One & all\n\n### Deeper").Markdown("## One & all"), new SiteOptions());
        Assert.Contains("<ol id=\"sections\"><li><a href=\"#one--all\">One &amp; all</a></li><li><a href=\"#one--all-2\">One &amp; all</a></li></ol>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_of_headings_footnotes_and_cells_do_not_meet()
    {
        Write(NotebookJson.Empty.Markdown("# Cell 2\n\n## Content\n\n## Sections\n\nSo.[^1]\n\n[^1]: Why.").Markdown("## Cell 2\n\nAnd so.[^1]\n\n[^1]: Because."), new SiteOptions());
        var page = Markup.Read(_folder.File("site/a__1.html"));
        Assert.Equal(page.Ids.Distinct(), page.Ids);
        Assert.All(page.Named("a").Select(link => link["href"]!).Where(address => address.StartsWith('#')), address => Assert.Contains(address[1..], page.Ids));
    }

    [Fact]
    public void Only_a_live_site_watches_itself_and_each_writing_has_its_own_stamp()
    {
        Assert.DoesNotContain("watch.js", Write(NotebookJson.Empty.Markdown("# A"), new SiteOptions()), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.File("site/assets"), "watch.js").Concat(Directory.GetFiles(_folder.File("site/assets"), "live.js")));
        string[] pages = [LivePage(), LivePage()];
        Assert.NotEqual(pages[0], pages[1]);
    }

    private string LivePage()
    {
        var page = Write(NotebookJson.Empty.Markdown("# A"), new SiteOptions { Live = true });
        var stamp = page.Split("data-stamp=\"")[1].Split('"')[0];
        Assert.Contains($"'{stamp}'", File.ReadAllText(_folder.File("site/assets/live.js")), StringComparison.Ordinal);
        Assert.Contains(stamp, File.ReadAllText(_folder.File("site/index.html")), StringComparison.Ordinal);
        return page;
    }

    private string Write(NotebookJson json, SiteOptions options)
    {
        var notebook = NotebookReader.Read(_folder.Write("a #1.ipynb", json));
        Site.Write(_folder.File("site"), [new NotebookResult(notebook.Path, notebook, [])], warning => Assert.Fail(warning), options);
        return File.ReadAllText(_folder.File("site/a__1.html"));
    }
}
