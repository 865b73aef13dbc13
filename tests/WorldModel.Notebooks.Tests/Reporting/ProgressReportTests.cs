using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Tests.Reporting;

public sealed class ProgressReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void A_terminal_shows_the_running_cell_with_elapsed_and_expected_time()
    {
        using var progress = new ProgressReport(_output, () => 200);
        var notebook = Begin(progress, TimeSpan.FromSeconds(28));
        progress.Report(new CellStep(notebook, notebook.Cells[1], null));
        Assert.Matches(@"\r\u001b\[2K01-fall  cell 2/3 \(code, slow\)  \d+ s of about 28 s$", _output.ToString());
    }

    [Fact]
    public void Without_an_expectation_it_shows_what_has_passed()
    {
        using var progress = new ProgressReport(_output, () => 200);
        Begin(progress, expected: null);
        Assert.Matches(@"01-fall  \d+ s$", _output.ToString());
    }

    [Fact]
    public void The_live_line_never_wraps()
    {
        using var progress = new ProgressReport(_output, () => 30);
        for (var number = 0; number < 9; number++)
        {
            progress.Begin($"{number}-notebook.ipynb", TimeSpan.FromSeconds(1));
        }

        Assert.All(_output.ToString().Split("\u001b[2K"), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 29));
    }

    [Fact]
    public void A_pipe_gets_whole_lines_only()
    {
        using var progress = new ProgressReport(_output, width: null);
        var notebook = Begin(progress, TimeSpan.FromSeconds(28));
        progress.Report(new CellStep(notebook, notebook.Cells[0], null));
        progress.Report(new CellStep(notebook, notebook.Cells[0], new CellResult(notebook.Cells[0], [], TimeSpan.FromSeconds(0.26))));
        Assert.Equal("01-fall  cell 1/3 (setup)  0.3 s\n", _output.ToString());
    }

    [Fact]
    public void An_announced_exception_is_shown_as_such()
    {
        using var progress = new ProgressReport(_output, width: null);
        var notebook = Begin(progress, expected: null);
        progress.Report(new CellStep(notebook, notebook.Cells[2], AnnouncedError.Judge(new CellResult(notebook.Cells[2], [Results.Error("high")], TimeSpan.Zero))));
        Assert.Equal("01-fall  cell 3/3 (raises-exception)  0.0 s  raised, as its tag says\n    Failure: high\n       at cell\n", _output.ToString());
    }

    [Fact]
    public void What_runs_is_known_until_it_ends()
    {
        using var progress = new ProgressReport(_output, width: null);
        var notebook = Begin(progress, expected: null);
        Assert.Equal([notebook.Path], progress.Running);
        progress.Finished(new NotebookResult(notebook.Path, notebook, []));
        Assert.Empty(progress.Running);
    }

    [Theory]
    [InlineData(3, 0, 40.0, "3 notebooks to run in about 40 s.")]
    [InlineData(3, 1, null, "3 notebooks, 1 unchanged, 2 to run.")]
    [InlineData(1, 1, 0.0, "1 notebook, 1 unchanged, 0 to run.")]
    public void The_start_says_what_is_to_come(int notebooks, int unchanged, double? expected, string line) =>
        Assert.Equal(line, Wording.Announcement(notebooks, unchanged, expected is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

    private Notebook Begin(ProgressReport progress, TimeSpan? expected)
    {
        var notebook = NotebookReader.Read(_folder.Write("01-fall.ipynb", NotebookJson.Empty.Code("1", "setup").Code("2", "code", "slow").Code("3", CellTags.RaisesException)));
        progress.Begin(notebook.Path, expected);
        return notebook;
    }
}
