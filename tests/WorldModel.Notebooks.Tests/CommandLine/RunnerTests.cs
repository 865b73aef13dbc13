using System.Diagnostics;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class RunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cell_that_runs_past_the_timeout_is_stopped_and_said_so()
    {
        _folder.Write("a.ipynb", NotebookJson.Empty.Code("Console.WriteLine(\"begun\");\nwhile (true) { }").Code("1"));
        var outcome = await RunnerProcess.RunAsync(_folder.Path, "a.ipynb", "--timeout", "8");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Timeout: cell 1 ran longer than 8 s and was stopped", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("begun", File.ReadAllText(_folder.File("artifacts/site/a.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--jobs", "0")]
    [InlineData("--jobs", "many")]
    [InlineData("--timeout", "-1")]
    [InlineData("--timeout", "NaN")]
    [InlineData("--repository", "https://github.com/a/b")]
    [InlineData("--frobnicate", "1")]
    [InlineData("--filter", "!")]
    [InlineData("--junit", ".")]
    public async Task A_wrong_option_is_a_usage_error(params string[] arguments)
    {
        _folder.Write("a.ipynb", NotebookJson.Empty);
        var outcome = await RunnerProcess.RunAsync(_folder.Path, ["a.ipynb", .. arguments]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(arguments[0], outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("artifacts")));
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_not_overwritten()
    {
        _folder.Write("a.ipynb", NotebookJson.Empty);
        var theirs = _folder.Write("theirs/thesis.txt", "years of work");
        var outcome = await RunnerProcess.RunAsync(_folder.Path, "a.ipynb", "--output", "theirs");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("theirs", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(theirs));
    }

    [Fact]
    public async Task Without_a_notebooks_folder_the_message_says_what_to_do()
    {
        var outcome = await RunnerProcess.RunAsync(_folder.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("there is no file or folder notebooks", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("0 notebooks passed, 1 failed", outcome.LastLine);
    }

    [Fact]
    public async Task Help_names_the_options()
    {
        var outcome = await RunnerProcess.RunAsync(_folder.Path, "run", "--help");
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(new[] { "--fresh", "--write", "--watch", "--filter", "--output", "--junit", "--jobs", "--timeout" }, option => Assert.Contains(option, outcome.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interruption_ends_the_cells_process_and_leaves_everything_as_it_was(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        Assert.SkipWhen(signal == "INT" && InterruptsAreIgnored(), "A shell started the tests in the background, where Ctrl-C reaches no process.");
        var path = _folder.Write("01-long.ipynb", NotebookJson.Empty.Code("File.WriteAllText(\"begun.new\", $\"{Environment.ProcessId}\"); File.Move(\"begun.new\", \"begun\");\nSystem.Threading.Thread.Sleep(120000);"));
        var before = File.ReadAllBytes(path);
        using var runner = RunnerProcess.Start(_folder.Path, "01-long.ipynb", "--write");
        var child = await ProcessOfCellAsync();
        using (var kill = Process.Start("kill", [$"-{signal}", $"{runner.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var outcome = await RunnerProcess.FinishAsync(runner);
        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("Interrupted in 01-long.ipynb", outcome.Output, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(child));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([_folder.File("01-long.ipynb"), _folder.File("begun")], Directory.GetFileSystemEntries(_folder.Path).Order());
    }

    // A shell's background job inherits the disposition to ignore SIGINT (signal 2), and so do its children.
    private static bool InterruptsAreIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[^1] is '2' or '3' or '6' or '7' or 'a' or 'b' or 'e' or 'f';

    private async Task<int> ProcessOfCellAsync()
    {
        for (var attempt = 0; attempt < 1200 && !File.Exists(_folder.File("begun")); attempt++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return int.Parse(File.ReadAllText(_folder.File("begun")), System.Globalization.CultureInfo.InvariantCulture);
    }
}
