using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class SiteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Plotly_comes_once_and_only_pages_with_charts_load_it_before_the_charts()
    {
        Write(Sites.WithChart(_folder, Repository.Library), Sites.WithoutChart(_folder));
        var page = Read("01-chart.html");
        Assert.InRange(new FileInfo(_folder.File("site/assets/plotly.min.js")).Length, 1_000_000, 10_000_000);
        Assert.True(File.Exists(_folder.File("site/assets/plotly.LICENSE.txt")));
        Assert.InRange(page.IndexOf("plotly.min.js", StringComparison.Ordinal), 0, page.IndexOf("wm-chart", StringComparison.Ordinal));
        Assert.DoesNotContain("plotly.min.js", Read("02-plain.html"), StringComparison.Ordinal);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_chart_without_plotly_at_hand_stays_a_picture_and_is_reported()
    {
        Write(Sites.WithChart(_folder, _folder.File("nowhere/WorldModel.dll")));
        Assert.Contains("Plotly.NET.dll", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_shows_the_first_chart_as_a_file_of_its_own()
    {
        Assert.Contains("<img src=\"pictures/01-chart.svg\" alt=\"A falling apple\"", WrittenIndex(Sites.WithChart(_folder, Repository.Library)), StringComparison.Ordinal);
        Assert.StartsWith("<svg xmlns=", File.ReadAllText(_folder.File("site/pictures/01-chart.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_lead_to_their_neighbours()
    {
        Write(Sites.WithChart(_folder, Repository.Library), Sites.WithoutChart(_folder));
        Assert.Contains("rel=\"next\" href=\"02-plain.html\"", Read("01-chart.html"), StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\" href=\"01-chart.html\"", Read("02-plain.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Notebooks_of_one_name_get_pages_of_their_own()
    {
        NotebookResult[] twins = [new("a/x.ipynb", null, []) { Problem = "first" }, new("b/x.ipynb", null, []) { Problem = "second" }, new("index.ipynb", null, []) { Problem = "third" }];
        Write(twins);
        Assert.Contains("first", Read("x.html"), StringComparison.Ordinal);
        Assert.Contains("second", Read("x-2.html"), StringComparison.Ordinal);
        Assert.Contains("third", Read("index-2.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_files_name_and_message_are_escaped()
    {
        Write(new NotebookResult("<b>&.ipynb", null, []) { Problem = "<script>alert(1)</script>" });
        Assert.All(Directory.GetFiles(_folder.File("site"), "*.html"), page =>
        {
            Assert.DoesNotContain("<script>alert", File.ReadAllText(page), StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", File.ReadAllText(page), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Cells_carry_their_tags_and_readers_their_labels()
    {
        Write(Sites.WithoutChart(_folder));
        var page = Read("02-plain.html");
        Assert.Contains("class=\"cell markdown tag-predict\"", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"label\">Predict first</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tag-strange", page, StringComparison.Ordinal);
    }

    private string WrittenIndex(NotebookResult result)
    {
        Write(result);
        return Read("index.html");
    }

    private void Write(params NotebookResult[] results) => Site.Write(_folder.File("site"), results, _warnings.Add);

    private string Read(string page) => File.ReadAllText(_folder.File($"site/{page}"));
}
