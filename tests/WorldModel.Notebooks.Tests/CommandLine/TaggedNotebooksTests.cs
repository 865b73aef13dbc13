using System.Text.Json;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class TaggedNotebooksTests(TaggedNotebooks run) : IClassFixture<TaggedNotebooks>
{
    [Fact]
    public void A_cell_that_raises_as_announced_is_shown_and_saved_and_the_notebook_goes_on()
    {
        Assert.Matches(@"raises  cell 2/4 \(raises-exception\)  \d+\.\d s  raised, as its tag says\n    System.InvalidOperationException: as shown", run.Outcome.Output);
        Assert.Matches(@"raises  cell 3/4 \(raises-exception\)  \d+\.\d s  raised, as its tag says\n    raises.ipynb cell 3 line 1, column 13: error CS0029", run.Outcome.Output);
        Assert.Matches(@"raises +4/4 .* passed", run.Outcome.Output);
        Assert.Contains("as shown", run.Page("raises"), StringComparison.Ordinal);
        Assert.Equal(["", "error", "error", "execute_result"], OutputTypes("raises"));
    }

    [Fact]
    public void What_ran_before_the_exception_has_happened() => Assert.Contains("kept 42", run.Source("raises"), StringComparison.Ordinal);

    [Fact]
    public void A_cell_that_announces_an_exception_and_raises_none_fails()
    {
        Assert.Contains("NothingRaised: cell 1 is tagged raises-exception and raised nothing. Make it raise, or remove the tag.", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"silent +1/2 .* failed in cell 1", run.Outcome.Output);
    }

    [Fact]
    public void A_library_that_was_not_built_is_never_what_was_announced() =>
        Assert.Matches(@"unbuilt +1/1 .* failed in cell 1", run.Outcome.Output);

    [Fact]
    public void Cells_left_out_are_said_everywhere()
    {
        Assert.Contains("slow  leaves out 1 cell tagged slow: 2", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"slow +2/3 .* passed, without 1 cell \(2\)", run.Outcome.Output);
        Assert.Contains("Not run: left out by --filter.", run.Page("slow"), StringComparison.Ordinal);
        Assert.Equal("left out by --filter", Assert.Single(Suite("slow").Descendants("skipped")).Attribute("message")!.Value);
    }

    [Fact]
    public void A_notebook_without_some_of_its_cells_is_neither_saved_nor_remembered()
    {
        Assert.Contains("slow.ipynb is not saved, because 1 of its cells were left out", run.Outcome.Output, StringComparison.Ordinal);
        Assert.All(OutputTypes("slow"), type => Assert.Empty(type));
        Assert.Equal(["raises"], run.Remembered);
    }

    [Fact]
    public void The_report_counts_as_the_run_does()
    {
        Assert.Equal(1, run.Outcome.ExitCode);
        Assert.Equal("2 notebooks passed, 2 failed", run.Outcome.LastLine);
        Assert.Equal(4, run.Report.Elements("testsuite").Count());
        Assert.Equal(2, run.Report.Descendants("failure").Count());
        Assert.Equal("0", Suite("raises").Attribute("failures")!.Value);
    }

    [Fact]
    public void No_more_threads_are_given_than_there_are_cores()
    {
        Assert.Contains($"--jobs 1000 is more than this machine's {Environment.ProcessorCount} core", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Contains("OMP_NUM_THREADS=1000", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Matches("<pre class=\"result\"[^>]*>1</pre>", run.Page("slow"));
    }

    private System.Xml.Linq.XElement Suite(string name) => run.Report.Elements("testsuite").Single(suite => suite.Attribute("name")!.Value == name);

    private string[] OutputTypes(string name)
    {
        using var document = JsonDocument.Parse(run.Source(name));
        return [.. document.RootElement.GetProperty("cells").EnumerateArray()
            .Select(cell => string.Concat(cell.GetProperty("outputs").EnumerateArray().Select(output => output.GetProperty("output_type").GetString())))];
    }
}
