using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Browser;

public sealed class SiteLiveTests(SiteBrowser site) : IClassFixture<SiteBrowser>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_live_page_that_was_written_again_is_loaded_anew_at_the_cell_that_was_being_read()
    {
        Write("before", lines: 3);
        await using var tab = await site.OpenAsync();
        await tab.OpenAsync(_folder.File("site/long.html"));
        await tab.DoAsync("scrollTo({ top: document.querySelector('#cell-20').getBoundingClientRect().top - 100, behavior: 'instant' })");
        Write("after", lines: 40);
        Assert.True(await tab.ComesAsync("document.querySelector('h1')?.textContent === 'after'"));
        Assert.True(await tab.ComesAsync("Math.abs(document.querySelector('#cell-20').getBoundingClientRect().top - 100) < 3"));
    }

    private void Write(string title, int lines)
    {
        var json = NotebookJson.Empty.Markdown($"# {title}").Code("1");
        json = Enumerable.Range(0, 40).Aggregate(json, (notebook, number) => notebook.Markdown($"Paragraph {number}.\n\nAnd more."));
        var read = NotebookReader.Read(_folder.Write("long.ipynb", json));
        var output = new StreamOutput("stdout", string.Concat(Enumerable.Repeat("line\n", lines)));
        Site.Write(_folder.File("site"), [new NotebookResult(read.Path, read, [new CellResult(read.Cells[1], [output], TimeSpan.Zero)])], _ => { }, new SiteOptions { Live = true });
    }
}
