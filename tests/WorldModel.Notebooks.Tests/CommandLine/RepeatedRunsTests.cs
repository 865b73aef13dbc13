namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class RepeatedRunsTests(RepeatedRuns runs) : IClassFixture<RepeatedRuns>
{
    [Fact]
    public void What_has_not_changed_is_not_run_again_and_still_counts_as_passed()
    {
        var again = runs["again"];
        Assert.Equal(runs["first"].Numbers, again.Numbers);
        Assert.Contains("2 notebooks, 2 unchanged, 0 to run.", again.Outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"a  unchanged since \d{4}-\d\d-\d\d, not run again; --fresh runs it", again.Outcome.Output);
        Assert.Matches(@"a +1/1 +0 +\(\d+\.\d s\) +\d+ MB  passed on \d{4}-\d\d-\d\d, unchanged", again.Outcome.Output);
        Assert.Equal("2 notebooks passed, 0 failed", again.Outcome.LastLine);
        Assert.Equal(0, again.Outcome.ExitCode);
    }

    [Fact]
    public void What_was_not_run_again_can_still_be_saved()
    {
        Assert.DoesNotContain(runs["first"].Numbers["a"], runs["first"].SourceOfA, StringComparison.Ordinal);
        Assert.Contains(runs["first"].Numbers["a"], runs["again"].SourceOfA, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_text_is_rendered_without_a_run()
    {
        Assert.Equal(runs["first"].Numbers, runs["text changed"].Numbers);
        Assert.Contains("Renamed</h1>", runs["text changed"].Pages["a"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_courses_site_keeps_notebooks_that_were_not_asked_for_as_they_last_passed()
    {
        var run = runs["one of two"];
        Assert.Equal("1 notebooks passed, 0 failed", run.Outcome.LastLine);
        Assert.Equal(runs["first"].Numbers["b"], run.Numbers["b"]);
        Assert.DoesNotContain("// new", run.Pages["b"], StringComparison.Ordinal);
        Assert.Contains("Second", run.Pages["index"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_elsewhere_leaves_the_courses_site_alone() =>
        Assert.Equal(runs["one of two"].Pages, runs["elsewhere"].Pages);

    [Fact]
    public void A_damaged_cache_costs_a_run_and_nothing_else()
    {
        var run = runs["damaged"];
        Assert.Contains("2 notebooks to run.", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Equal("2 notebooks passed, 0 failed", run.Outcome.LastLine);
        Assert.NotEqual(runs["first"].Numbers["a"], run.Numbers["a"]);
    }

    [Fact]
    public void Fresh_runs_what_has_not_changed()
    {
        var run = runs["fresh"];
        Assert.Matches(@"1 notebook to run in about \d+ s\.", run.Outcome.Output);
        Assert.NotEqual(runs["damaged"].Numbers["a"], run.Numbers["a"]);
        Assert.Equal(runs["damaged"].Numbers["b"], run.Numbers["b"]);
    }
}
