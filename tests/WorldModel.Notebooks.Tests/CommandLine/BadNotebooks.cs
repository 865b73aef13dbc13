namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>Everything that can be wrong, in one run, with a good notebook last.</summary>
public sealed class BadNotebooks : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Dictionary<string, byte[]> _sources = [];

    internal RunnerOutcome Outcome { get; private set; } = null!;

    internal IEnumerable<string> ChangedSources => _sources.Where(source => !File.ReadAllBytes(source.Key).AsSpan().SequenceEqual(source.Value)).Select(source => source.Key);

    internal IEnumerable<string> Strangers => Directory.GetFiles(_folder.File("notebooks")).Except(_sources.Keys);

    internal string Page(string name) => File.ReadAllText(_folder.File($"site/{name}.html"));

    public async ValueTask InitializeAsync()
    {
        _folder.Write("notebooks/01-text.ipynb", "{\n  this is no JSON\n}");
        _folder.Write("notebooks/02-json.ipynb", "{\"name\": \"package\"}");
        _folder.Write("notebooks/03-old.ipynb", new NotebookJson { Format = 3 });
        _folder.Write("notebooks/04-new.ipynb", new NotebookJson { Format = 5 });
        _folder.Write("notebooks/05-python.ipynb", new NotebookJson { Kernel = "python3", Language = "python" }.Code("print(1)"));
        _folder.Write("notebooks/06-compile.ipynb", NotebookJson.Empty.Markdown("# C").Code("var a = 1;\n  var b = unknown + a;\nint c = \"text\";").Code("never"));
        _folder.Write("notebooks/07-throw.ipynb", NotebookJson.Empty.Code(Thrower).Code("var x = 1;\nvar y = Fall(7);"));
        _folder.Write("notebooks/08-init.ipynb", NotebookJson.Empty.Code("class World { public static readonly int G = int.Parse(\"heavy\"); }").Code("World.G"));
        _folder.Write("notebooks/09-exit.ipynb", NotebookJson.Empty.Code("Console.WriteLine(\"last words\");\nEnvironment.Exit(0);"));
        _folder.Write("notebooks/10-failfast.ipynb", NotebookJson.Empty.Code("Environment.FailFast(\"the sky is falling\");"));
        _folder.Write("notebooks/11-kill.ipynb", NotebookJson.Empty.Code("1").Code("System.Diagnostics.Process.GetCurrentProcess().Kill();\nSystem.Threading.Thread.Sleep(60000);"));
        _folder.Write("notebooks/12-library.ipynb", NotebookJson.Empty.Code("// setup\n#r \"../artifacts/library/WorldModel.dll\"\nusing WorldModel;"));
        _folder.Write("notebooks/13-package.ipynb", NotebookJson.Empty.Code("#r \"nuget: TorchSharp, 0.107.0\""));
        _folder.Write("notebooks/14-magic.ipynb", NotebookJson.Empty.Code("var a = 1;\n#!time\na"));
        _folder.Write("notebooks/15-future.ipynb", NotebookJson.Empty.Code("class P { public int X { get => field; set => field = value; } }"));
        _folder.Write("notebooks/99-good.ipynb", NotebookJson.Empty.Code("\"still here\""));
        _sources = Directory.GetFiles(_folder.File("notebooks")).ToDictionary(path => path, File.ReadAllBytes);
        Outcome = await RunnerProcess.RunAsync(_folder.Path, "notebooks/gone.ipynb", "elsewhere/*.ipynb", "notebooks", "--jobs", "2", "--write", "--output", "site");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private const string Thrower = "static int Fall(int height)\n{\n    if (height > 5) { throw new InvalidOperationException(\"too <high>\"); }\n    return height;\n}";
}
