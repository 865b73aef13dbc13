using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>Runs of two notebooks one after the other, each after another change. A cell shows a new number whenever it runs.</summary>
public sealed partial class RepeatedRuns : IAsyncLifetime
{
    private const string Code = "Guid.NewGuid()";
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, RepeatedRun> _runs = [];

    internal RepeatedRun this[string name] => _runs[name];

    public async ValueTask InitializeAsync()
    {
        Write("a", "# First", Code);
        Write("b", "# Second", Code);
        await RunAsync("first");
        await RunAsync("again", "--write");
        Write("a", "# Renamed", Code);
        await RunAsync("text changed");
        Write("b", "# Second", $"{Code} // new");
        await RunAsync("one of two", "notebooks/a.ipynb");
        await RunAsync("elsewhere", "notebooks/a.ipynb", "--output", "other");
        DamageCache();
        await RunAsync("damaged");
        await RunAsync("fresh", "--fresh", "notebooks/a.ipynb");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Write(string name, string title, string code) => _folder.Write($"notebooks/{name}.ipynb", NotebookJson.Empty.Markdown(title).Code(code));

    private void DamageCache()
    {
        foreach (var file in Directory.GetFiles(_folder.File("artifacts/runs")))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^9]);
        }
    }

    private async Task RunAsync(string name, params string[] arguments)
    {
        var outcome = await RunnerProcess.RunAsync(_folder.Path, arguments);
        var site = Directory.GetFiles(_folder.File("artifacts/site"), "*.html").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var numbers = site.ToDictionary(page => page.Key, page => Number().Match(page.Value).Value);
        _runs[name] = new RepeatedRun(outcome, site, numbers, File.ReadAllText(_folder.File("notebooks/a.ipynb")));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Number();
}
