namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class BadNotebookTests(BadNotebooks run) : IClassFixture<BadNotebooks>
{
    [Fact]
    public void The_run_fails_and_counts_every_failure()
    {
        Assert.Equal(1, run.Outcome.ExitCode);
        Assert.Equal("1 notebooks passed, 17 failed", run.Outcome.LastLine);
    }

    [Fact]
    public void The_other_notebooks_still_run() => Assert.Matches("99-good +1/1 .*passed", run.Outcome.Output);

    [Fact]
    public void No_source_is_harmed_even_with_write()
    {
        Assert.Equal(["99-good.ipynb"], run.ChangedSources.Select(path => Path.GetFileName(path)));
        Assert.Empty(run.Strangers);
    }

    [Theory]
    [InlineData("01-text", "01-text.ipynb is not JSON (line 2, column 3)")]
    [InlineData("02-json", "02-json.ipynb is JSON but not a notebook")]
    [InlineData("03-old", "notebook of format 3; only format 4")]
    [InlineData("04-new", "notebook of format 5; only format 4")]
    [InlineData("05-python", "kernel of \"python\"; this runner executes C# only")]
    [InlineData("gone", "there is no file or folder notebooks/gone.ipynb")]
    public void What_cannot_be_run_is_said_in_one_line(string name, string message)
    {
        var line = Assert.Single(run.Outcome.Output.Split('\n'), line => line.Contains(message, StringComparison.Ordinal));
        Assert.StartsWith($"{name}  FAILED: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_a_failure() =>
        Assert.Contains("no notebook matches elsewhere/*.ipynb", run.Outcome.Output, StringComparison.Ordinal);

    [Fact]
    public void A_cell_that_does_not_compile_shows_all_diagnostics_with_place_and_line()
    {
        AssertLines(
            "06-compile.ipynb cell 2 line 2, column 11: error CS0103: The name 'unknown' does not exist in the current context",
            "      var b = unknown + a;",
            "              ^",
            "06-compile.ipynb cell 2 line 3, column 9: error CS0029: Cannot implicitly convert type 'string' to 'int'",
            "    int c = \"text\";",
            "            ^");
        Assert.Contains("06-compile  cell 2/3 (code)", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Not run", run.Page("06-compile"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_throws_shows_the_scripts_lines_only()
    {
        AssertLines(
            "System.InvalidOperationException: too <high>",
            "   at 07-throw.ipynb cell 1 line 3, column 23, in Fall",
            "          if (height > 5) { throw new InvalidOperationException(\"too <high>\"); }",
            "                            ^",
            "   at 07-throw.ipynb cell 2 line 2, column 9",
            "      var y = Fall(7);");
        Assert.DoesNotContain("Microsoft.CodeAnalysis", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Contains("too &lt;high&gt;", run.Page("07-throw"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_static_initialiser_tells_the_cause_first()
    {
        var output = run.Outcome.Output;
        Assert.Contains("System.FormatException: The input string 'heavy' was not in a correct format.", output, StringComparison.Ordinal);
        Assert.Contains("inside TypeInitializationException of", output, StringComparison.Ordinal);
        Assert.Contains("at 08-init.ipynb cell 1 line 1, column", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the process ended in cell 1 (exit code 0)")]
    [InlineData("the process ended in cell 1 (exit code 134")]
    [InlineData("the process ended in cell 2 (exit code 137")]
    public void A_process_that_dies_is_told_with_cell_and_exit_code(string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Exit codes of killed processes are those of Unix.");
        Assert.Contains(message, run.Outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_words_of_a_process_are_on_its_page()
    {
        Assert.Contains("last words", run.Page("09-exit"), StringComparison.Ordinal);
        Assert.Contains("the sky is falling", run.Page("10-failfast"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_was_not_built_names_folder_and_command()
    {
        AssertLines(
            "12-library.ipynb cell 1 line 2, column 1: the library is not built: the folder ",
            "    #r \"../artifacts/library/WorldModel.dll\"",
            "    ^");
        Assert.Contains("\n12-library  FAILED", run.Outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_about_the_library_has_the_way_out() => Assert.Contains(
        $"{Path.Combine("artifacts", "library")} has no WorldModel.dll. Build it from the repository's root with `dotnet build -c Release src/WorldModel`",
        run.Outcome.Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("13-package.ipynb cell 1 line 1, column 1: #r \"nuget: TorchSharp, 0.107.0\" asks for a package")]
    [InlineData("14-magic.ipynb cell 1 line 2, column 1: '#!time' is a command of one notebook host")]
    public void What_hosts_do_differently_is_refused_with_advice(string message) => Assert.Contains(message, run.Outcome.Output, StringComparison.Ordinal);

    [Fact]
    public void Cells_stay_within_the_CSharp_that_every_host_accepts() =>
        Assert.Contains("15-future.ipynb cell 1 line 1, column", run.Outcome.Output, StringComparison.Ordinal);

    [Fact]
    public void Every_failed_notebook_has_a_page_that_says_so()
    {
        Assert.Contains("This notebook failed</strong> in <a href=\"#cell-2\">cell 2</a>", run.Page("06-compile"), StringComparison.Ordinal);
        Assert.Contains("not JSON", run.Page("01-text"), StringComparison.Ordinal);
        Assert.Contains("failed in cell 2", run.Page("index"), StringComparison.Ordinal);
        Assert.Contains("17 failed", run.Page("index"), StringComparison.Ordinal);
    }

    /// <summary>The lines follow each other in the output; the last words of a line may be left out.</summary>
    private void AssertLines(params string[] expected)
    {
        var lines = run.Outcome.Output.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line).ToArray();
        var found = Enumerable.Range(0, lines.Length).Any(start => expected.Index().All(line => start + line.Index < lines.Length && lines[start + line.Index].StartsWith(line.Item, StringComparison.Ordinal)));
        Assert.True(found, $"These lines are not in the output:\n{string.Join('\n', expected)}\n\nThe output is:\n{run.Outcome.Output}");
    }
}
