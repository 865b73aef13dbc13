using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Benchmarks;

public sealed class ReportTests
{
    private static readonly Report Report = new("How <fast>?")
    {
        Facts = ["a machine"],
        Figures = [LineChart.Draw("Costs", new("batch") { IsLog = true }, new("time [s]") { IsLog = true }, ("training", [1, 10], [1e-6, 2e-6]))],
        Grids = [("Times", new(["work", "time"], [["training", "1 µs"]]))],
        Notes = ["What it means."],
    };

    [Fact]
    public void Both_forms_and_the_charts_script_are_written()
    {
        using TemporaryFolder folder = new();
        var written = Report.Write(folder["reports"], "costs");
        Assert.All(written, file => Assert.True(File.Exists(file)));
        Assert.Equal(["costs.html", "costs.md", "plotly.min.js"], Directory.GetFiles(folder["reports"]).Select(file => Path.GetFileName(file)).Order());
    }

    [Fact]
    public void Markdown_has_facts_tables_and_notes_in_this_order() =>
        Assert.Equal("# How <fast>?\n\n- a machine\n\n## Times\n\n| work | time |\n| --- | ---: |\n| training | 1 µs |\n\nWhat it means.\n", Report.ToMarkdown());

    [Fact]
    public void The_page_needs_no_network_and_labels_its_axes()
    {
        var page = ReportPage.Of(Report);
        Assert.Contains("<script src=\"plotly.min.js\" defer>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.Contains("time [s]", page, StringComparison.Ordinal);
        Assert.Contains("How &lt;fast&gt;?", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_names_processor_and_width()
    {
        Assert.Equal("AMD EPYC", Machine.Parse(["processor\t: 0", "model name\t: AMD EPYC", "model name\t: other"]));
        Assert.Equal("unknown processor", Machine.Parse(["processor\t: 0"]));
        Assert.Contains(Machine.Facts(), fact => fact.Contains("bits", StringComparison.Ordinal));
    }
}
