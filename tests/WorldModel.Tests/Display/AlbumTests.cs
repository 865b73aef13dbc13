using WorldModel.Charts;
using WorldModel.Display;

namespace WorldModel.Tests.Display;

public sealed class AlbumTests : IDisposable
{
    private readonly Data.TemporaryFolder folder = new();
    private readonly StringWriter output = new() { NewLine = "\n" };

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public void Values_are_printed_alike_in_every_culture()
    {
        var album = Album();
        foreach (var value in new object?[] { null, "a b", 1.5, new[] { 1, 2 }, new List<object?> { "x", null }, (1, 2.5), new Table(["h"], [["1"]]) })
        {
            album.Show(value);
        }

        Assert.Equal("null\na b\n1.5\n[1, 2]\n[x, null]\n(1, 2.5)\nh\n1\n", output.ToString());
        Assert.False(Directory.Exists(Charts));
    }

    [Fact]
    public void Each_chart_has_a_page_that_needs_no_network_and_shares_one_script()
    {
        var album = Album();
        album.Show(Chart("First: how <it> goes"));
        album.Show(Chart("Second"));
        album.Close();
        Assert.Equal(["01-first-how-it-goes.html", "02-second.html", "index.html", "plotly.min.js"], Directory.EnumerateFiles(Charts).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(Path.Combine(Charts, "01-first-how-it-goes.html"));
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>First: how &lt;it&gt; goes · demo</title>", page, StringComparison.Ordinal);
        Assert.Contains("<svg ", page, StringComparison.Ordinal);
        Assert.Contains("<script src=\"plotly.min.js\" defer></script>", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1, 200_000); // without plotly.js itself
        Assert.Contains("href=\"02-second.html\"", File.ReadAllText(Path.Combine(Charts, "index.html")), StringComparison.Ordinal);
        Assert.Contains("page: demo.charts/02-second.html", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_an_earlier_run_go_and_what_others_put_there_stays()
    {
        Album().Show(Chart("Old"));
        File.WriteAllText(Path.Combine(Charts, "mine.html"), "<p>mine</p>");
        Album().Show(Chart("New"));
        Assert.Equal(["01-new.html", "index.html", "mine.html", "plotly.min.js"], Directory.EnumerateFiles(Charts).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_step_that_must_fail_is_missed_when_it_does_not()
    {
        Album().Expect("cell 3", new InvalidOperationException("why"));
        Assert.Equal("InvalidOperationException, as expected: why\n", output.ToString());
        var missing = Assert.Throws<InvalidOperationException>(() => Album().Expect("cell 3", null));
        Assert.Contains("cell 3", missing.Message, StringComparison.Ordinal);
    }

    private string Charts => folder["demo.charts"];

    private static Figure Chart(string title) => HistogramChart.Draw(title, "value [m]", ("one", [1, 2, 2, 3]));

    private Album Album() => new("demo", folder[""], output);
}
