namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>What cells may do; one run serves all the questions about it.</summary>
public sealed class GoodNotebook : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal RunnerOutcome First { get; private set; } = null!;

    internal RunnerOutcome Second { get; private set; } = null!;

    internal byte[] Before { get; private set; } = [];

    internal byte[] AfterFirst { get; private set; } = [];

    internal byte[] AfterSecond => File.ReadAllBytes(NotebookPath);

    internal string Page => File.ReadAllText(_folder.File("artifacts/site/01-good.html"));

    internal string SiteFile(string name) => _folder.File($"artifacts/site/{name}");

    private string NotebookPath => _folder.File("notebooks/01-good.ipynb");

    public async ValueTask InitializeAsync()
    {
        _folder.Write("notebooks/01-good.ipynb", Notebook());
        _folder.Write("notebooks/solutions/01-good.ipynb", "not run by default");
        _folder.Write("notebooks/number.txt", "42");
        Before = File.ReadAllBytes(NotebookPath);
        First = await RunnerProcess.RunAsync(_folder.Path, "--write");
        AfterFirst = File.ReadAllBytes(NotebookPath);
        Second = await RunnerProcess.RunAsync(_folder.Path, "run", "--write", "--fresh", "notebooks/01-good.ipynb");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static NotebookJson Notebook() => NotebookJson.Empty
        .Markdown("# A good notebook\n\nDoes everything $x^2$ work?", "title")
        .Code("Console.WriteLine(\"out\");\nConsole.Error.WriteLine(\"err\");\nConsole.WriteLine(\"again\");\nvar n = 1;\nn + 1", "setup")
        .Code("var n = \"redeclared\";\nrecord P(int A);\nstatic int Twice(int x) => 2 * x;\nasync Task<int> Later() { await Task.Delay(1); return Twice(21); }\nIEnumerable<int> Count() { yield return 1; }")
        .Code("new P(Count().First()).Display();\nawait Later()")
        .Code("File.ReadAllText(\"number.txt\")")
        .Code("#warning look here\nvar quiet = 0;")
        .Code("""using (var raw = Console.OpenStandardOutput()) { raw.Write(Encoding.UTF8.GetBytes("native <text>\n")); }""")
        .Code("Console.ReadLine() is null")
        .Code("AppContext.TryGetSwitch(\"WorldModel.PageHasPlotly\", out var has) && has")
        .Code("string.Concat(Enumerable.Repeat(new string('x', 1023) + \"\\n\", 3000)).Split('!').ToList().ForEach(Console.Write);");
}
