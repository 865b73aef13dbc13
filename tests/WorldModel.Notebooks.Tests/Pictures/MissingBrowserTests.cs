using System.Diagnostics;
using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Tests.Pictures;

public sealed class MissingBrowserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_browser_nothing_runs_and_the_message_says_what_to_do()
    {
        _folder.Write("a.ipynb", NotebookJson.Empty.Code("File.WriteAllText(\"ran\", \"\");"));
        var start = new ProcessStartInfo(HostLaunch.DotNet(), ["exec", Path.Combine(AppContext.BaseDirectory, "WorldModel.Notebooks.dll"), "a.ipynb", "--pictures"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ChromiumLocator.Variable] = _folder.File("no-browser");
        using var runner = Process.Start(start)!;
        var outcome = await RunnerProcess.FinishAsync(runner);
        Assert.Equal(2, outcome.ExitCode);
        Assert.All(new[] { "install", "--browser PATH", ChromiumLocator.Variable }, hint => Assert.Contains(hint, outcome.Output, StringComparison.Ordinal));
        Assert.Equal([_folder.File("a.ipynb")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_named_browser_that_is_not_there_is_a_usage_error()
    {
        _folder.Write("a.ipynb", NotebookJson.Empty);
        var outcome = await RunnerProcess.RunAsync(_folder.Path, "a.ipynb", "--pictures", "--browser", "nowhere/chromium");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("There is no browser nowhere/chromium.", outcome.Output, StringComparison.Ordinal);
    }
}
