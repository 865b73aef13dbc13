using System.Diagnostics;
using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>A run that is killed without a word, at any moment, costs no notebook.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const string WhereItCan = "Runner and hosts are killed together as a Linux session.";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_run_leaves_the_old_notebook_or_a_whole_new_one()
    {
        Assert.SkipUnless(KilledRun.IsPossible, WhereItCan);
        var run = new KilledRun(_folder);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, await FinishAsync(run));
        var whole = clock.Elapsed;
        var random = new Random(1609);
        var moments = LongRun.Count(4, asked: 16);
        var (old, renewed, torn) = (0, 0, 0);
        for (var moment = 0; moment < moments; moment++)
        {
            var before = File.ReadAllBytes(run.NotebookPath);
            using var process = run.Start();

            // Writing is a small part of a run, and the dangerous one: every other kill lands in it.
            var isInWriting = moment % 2 == 1;
            await (isInWriting ? run.UntilWritingAsync(process) : Task.CompletedTask);
            await Task.Delay(isInWriting ? TimeSpan.FromMilliseconds(random.Next(25)) : whole * random.NextDouble(), TestContext.Current.CancellationToken);
            await KilledRun.KillAsync(process);
            torn += run.HasLeftovers ? 1 : 0;
            Assert.NotNull(run.Content());
            var isOld = File.ReadAllBytes(run.NotebookPath).AsSpan().SequenceEqual(before);
            (old, renewed) = isOld ? (old + 1, renewed) : (old, renewed + 1);
        }

        output.WriteLine($"{moments} kills: {old} found the old notebook, {renewed} a whole new one; {torn} left a half-written file beside it.");
        Assert.Equal(moments, old + renewed);
        Assert.Equal(0, await FinishAsync(run));
        Assert.False(run.HasLeftovers);
        Assert.Equal(["runs", "site"], Directory.GetFileSystemEntries(_folder.File("artifacts")).Select(Path.GetFileName).Order());
        Assert.Single(Directory.GetFileSystemEntries(_folder.File("artifacts/runs")));
        Assert.Contains("unchanged since", (await RunnerProcess.RunAsync(_folder.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebooks_process_ends_with_a_runner_that_was_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The pipe's place is looked for as a file.");
        var temporary = Directory.CreateDirectory(_folder.File("tmp")).FullName;
        _folder.Write("a.ipynb", NotebookJson.Empty.Code("File.WriteAllText(\"begun.new\", $\"{Environment.ProcessId}\"); File.Move(\"begun.new\", \"begun\");\nwhile (true) { }"));
        var info = RunnerProcess.Info(_folder.Path, "a.ipynb");
        info.Environment["TMPDIR"] = temporary;
        using var runner = Process.Start(info)!;
        await UntilAsync(() => File.Exists(_folder.File("begun")));
        var host = int.Parse(File.ReadAllText(_folder.File("begun")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(Directory.GetFiles(temporary, "wm-*"));
        runner.Kill();
        await UntilAsync(() => IsGone(host));
    }

    private static bool IsGone(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var attempt = 0; !holds(); attempt++)
        {
            Assert.InRange(attempt, 0, 2400);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<int> FinishAsync(KilledRun run)
    {
        using var process = run.Start();
        return (await RunnerProcess.FinishAsync(process)).ExitCode;
    }
}
