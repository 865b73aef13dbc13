using System.Diagnostics;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_saved_runs_again_until_the_user_ends_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        _folder.Write("notebooks/data/n.txt", "one");
        SaveAsEditorsDo(NotebookJson.Empty.Markdown("# A").Code("File.ReadAllText(\"data/n.txt\")"));
        using var process = RunnerProcess.Start(_folder.Path, "--watch", "--write");
        var first = await UntilWatchingAsync(process);
        Assert.Contains("Watching 1 notebook, the data and the library they use. Save one to run it again; Ctrl-C ends this.", first, StringComparison.Ordinal);
        Assert.Contains("one", Page, StringComparison.Ordinal);
        Assert.Contains("assets/watch.js", Page, StringComparison.Ordinal);

        _folder.Write("notebooks/data/n.txt", "two, as data");
        Assert.Contains("a  passed in", await UntilWatchingAsync(process), StringComparison.Ordinal);
        Assert.Contains("two, as data", Page, StringComparison.Ordinal);

        SaveAsEditorsDo(NotebookJson.Empty.Markdown("# A").Code("\"three\" + \", as code\""));
        Assert.Contains("a  passed in", await UntilWatchingAsync(process), StringComparison.Ordinal);
        Assert.Contains("three, as code", Page, StringComparison.Ordinal);

        _folder.Write("notebooks/a.ipynb", "{ \"cells\": [");
        Assert.Contains("a.ipynb is not JSON", await UntilWatchingAsync(process), StringComparison.Ordinal);

        // The run's own saves above have started nothing: what comes next is the answer to the next save.
        SaveAsEditorsDo(NotebookJson.Empty.Markdown("# Renamed").Code("\"three\" + \", as code\""));
        Assert.Contains("a  unchanged since", await UntilWatchingAsync(process), StringComparison.Ordinal);
        Assert.Contains("Renamed</h1>", Page, StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var outcome = await RunnerProcess.FinishAsync(process);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("Watching has ended.", outcome.LastLine);
        Assert.Empty(outcome.Error);
    }

    private string Page => File.ReadAllText(_folder.File("artifacts/site/a.html"));

    private void SaveAsEditorsDo(NotebookJson notebook)
    {
        var beside = _folder.Write("notebooks/a.ipynb.tmp", notebook);
        File.Move(beside, _folder.File("notebooks/a.ipynb"), overwrite: true);
    }

    /// <summary>What it says until it waits again.</summary>
    private static async Task<string> UntilWatchingAsync(Process process)
    {
        var said = "";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said += line + "\n";
            if (line.StartsWith("Watching ", StringComparison.Ordinal))
            {
                return said;
            }
        }

        throw new InvalidOperationException($"It ended: {said}{await process.StandardError.ReadToEndAsync()}");
    }
}
