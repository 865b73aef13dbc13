using System.Xml.Linq;

namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>Cells whose tags change how they run, in one run that leaves the slow ones out.</summary>
public sealed class TaggedNotebooks : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal RunnerOutcome Outcome { get; private set; } = null!;

    internal XElement Report { get; private set; } = null!;

    internal IEnumerable<string> Remembered => Directory.GetFiles(_folder.File("artifacts/runs")).Select(file => Path.GetFileName(file).Split('-')[0]);

    internal string Page(string name) => File.ReadAllText(_folder.File($"artifacts/site/{name}.html"));

    internal string Source(string name) => File.ReadAllText(_folder.File($"notebooks/{name}.ipynb"));

    public async ValueTask InitializeAsync()
    {
        _folder.Write("notebooks/raises.ipynb", NotebookJson.Empty
            .Code("var kept = 40;")
            .Code("kept++;\nthrow new InvalidOperationException(\"as shown\");", "raises-exception")
            .Code("int wrong = \"text\";", "raises-exception")
            .Code("$\"kept {++kept}\""));
        _folder.Write("notebooks/silent.ipynb", NotebookJson.Empty.Code("1", "raises-exception").Code("2"));
        _folder.Write("notebooks/unbuilt.ipynb", NotebookJson.Empty.Code("#r \"lib/WorldModel.dll\"", "raises-exception"));
        _folder.Write("notebooks/slow.ipynb", NotebookJson.Empty.Code("Environment.GetEnvironmentVariable(\"OMP_NUM_THREADS\")").Code("System.Threading.Thread.Sleep(600000)", "code", "slow").Code("\"end\""));
        var info = RunnerProcess.Info(_folder.Path, "--filter", "!slow", "--write", "--junit", "out/junit.xml", "--jobs", "1000");
        info.Environment["OMP_NUM_THREADS"] = "1000";
        using var process = System.Diagnostics.Process.Start(info)!;
        Outcome = await RunnerProcess.FinishAsync(process);
        Report = XDocument.Load(_folder.File("out/junit.xml")).Root!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
