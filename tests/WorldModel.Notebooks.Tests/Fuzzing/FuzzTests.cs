using System.Collections.Concurrent;
using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Tests.Fuzzing;

/// <summary>Damaged notebooks may fail; they may not crash the runner, hang it, or fail without a name.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private volatile string _step = "";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Damaged_notebooks_are_read_saved_and_rendered_or_refused_by_name()
    {
        var mutants = Mutants.OfTheCourse();
        var (refused, rendered) = (0, 0);
        var findings = new ConcurrentBag<string>();
        for (var number = 1; number <= LongRun.Count(200, asked: 1000); number++)
        {
            var path = _folder.Write($"mutant-{number}.ipynb", mutants.Make(number));
            var work = Task.Run(() => Treat(path), TestContext.Current.CancellationToken);
            if (await Task.WhenAny(work, Task.Delay(Patience, TestContext.Current.CancellationToken)) != work)
            {
                Assert.Fail($"Mutant {number} hangs in {_step}. Others: {string.Join('\n', findings)}");
            }

            if (work.Exception is { } exception)
            {
                findings.Add($"mutant {number}: {exception.InnerException}");
            }
            else
            {
                (refused, rendered) = await work ? (refused, rendered + 1) : (refused + 1, rendered);
            }

            File.Delete(path);
        }

        output.WriteLine($"{refused + rendered} mutants: {refused} refused with a message that names the file, {rendered} saved and rendered.");
        Assert.Empty(findings);
        Assert.True(refused > 0 && rendered > 0);
    }

    [Theory]
    [MemberData(nameof(HardTexts))]
    public async Task A_text_that_is_hard_to_parse_is_rendered_whatever_cell_holds_it(int number)
    {
        var text = StrangeValues.Texts[number];
        var json = NotebookJson.Empty.Markdown(text).Code(text).Markdown($"```csharp\n{text}\n```");
        var result = Results.Of(_folder, "hard.ipynb", json, _ => [new DataOutput(new Dictionary<string, string> { ["text/html"] = text }, IsResult: true), new StreamOutput("stdout", text), Results.Error(text)]);
        await Task.Run(() => Treat(result.Path), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await Task.Run(() => Render(result), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    public static IEnumerable<TheoryDataRow<int>> HardTexts => Enumerable.Range(0, StrangeValues.Texts.Count).Select(number => new TheoryDataRow<int>(number));

    [Fact]
    public async Task Damaged_notebooks_go_through_the_command_line_without_a_crash()
    {
        var count = LongRun.Count(6, asked: 40);
        var quick = NotebookJson.Empty.Markdown("# Quick $x^2$\n\nIs it?", "title").Code("var a = 1;\nConsole.WriteLine(a);", "setup").Code("new { a, b = \"two\" }", "code").Markdown("| a | b |\n|---|---|\n| 1 | 2 |").Code("a + 1", "check");
        var mutants = new Mutants([quick.ToBytes()]);
        for (var number = 1; number <= count; number++)
        {
            _folder.Write($"notebooks/mutant-{number:00}.ipynb", mutants.Make(number));
        }

        var outcome = await RunnerProcess.RunAsync(_folder.Path, "--write", "--jobs", "2", "--timeout", "60", "--junit", "junit.xml");
        output.WriteLine(outcome.LastLine);
        Assert.True(outcome.ExitCode is 0 or 1, outcome.Output + outcome.Error);
        Assert.Empty(outcome.Error);
        Assert.Matches($@"^\d+ notebooks passed, \d+ failed$", outcome.LastLine);
        Assert.Equal(count, outcome.LastLine.Split(' ').Select(word => int.TryParse(word, out var number) ? number : 0).Sum());
        Assert.All(Enumerable.Range(1, count), number =>
        {
            Assert.Matches($@"\nmutant-{number:00}  (passed|FAILED)", outcome.Output);
            Assert.True(File.Exists(_folder.File($"artifacts/site/mutant-{number:00}.html")));
        });
        Assert.Equal(count, Directory.GetFileSystemEntries(_folder.File("notebooks")).Length);
    }

    /// <summary>All that is done to a notebook but executing it; false: it was refused as it should be.</summary>
    private bool Treat(string path)
    {
        NotebookResult result;
        try
        {
            _step = "reading";
            var notebook = NotebookReader.Read(path);
            result = AsIfExecuted(notebook);
            _step = "planning";
            Plan(notebook);
            _step = "saving";
            SaveAndReadAgain(notebook);
        }
        catch (NotebookProblem problem)
        {
            Assert.Contains(Path.GetFileName(path), problem.Message, StringComparison.Ordinal);
            result = new NotebookResult(path, null, []) { Problem = problem.Message };
        }

        _step = "rendering";
        Render(result);
        return result.Notebook is not null;
    }

    private static NotebookResult AsIfExecuted(Notebook notebook) =>
        new(notebook.Path, notebook, [.. notebook.Cells.Where(cell => cell.HasCode).Select(cell => AnnouncedError.Judge(new CellResult(cell, cell.SavedOutputs, TimeSpan.Zero)))]);

    private static void Plan(Notebook notebook)
    {
        _ = RunKey.Of(notebook, 1, new FileHashes());
        _ = ExpectedTime.Of(notebook, null, []);
    }

    private static void SaveAndReadAgain(Notebook notebook)
    {
        var code = notebook.Cells.Where(cell => cell.HasCode).ToArray();
        foreach (var outputs in new IReadOnlyList<Output>?[] { null, [new StreamOutput("stdout", "new\n")] })
        {
            var content = NotebookWriter.Write(notebook, code.Select((cell, index) => new CellOutputs(cell.Number, index + 1, outputs ?? cell.SavedOutputs)));
            NotebookWriter.Save(notebook.Path, content);
            var again = NotebookReader.Read(notebook.Path);
            Assert.Equal(notebook.Cells.Select(cell => cell.Source), again.Cells.Select(cell => cell.Source));
        }
    }

    private void Render(NotebookResult result)
    {
        Site.Write(_folder.File("site"), [result], _ => { });
        var page = $"{result.Name}.html";
        Assert.All(new[] { page, "index.html" }, name => Assert.EndsWith("</html>\n", File.ReadAllText(_folder.File($"site/{name}")), StringComparison.Ordinal));
        Summary.Write(TextWriter.Null, [result], page);
        JUnitReport.Write(_folder.File("junit.xml"), [result]);
    }
}
