using System.Diagnostics;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>A notebook whose outputs are large and new in every run, and runs of it that are killed.</summary>
internal sealed class KilledRun
{
    private const int Cells = 8;
    private readonly TemporaryFolder _folder;

    public KilledRun(TemporaryFolder folder)
    {
        _folder = folder;
        var first = NotebookJson.Empty.Markdown("# A notebook worth keeping").Code("var id = Guid.NewGuid();\nid");
        var json = Enumerable.Range(0, Cells).Aggregate(first, (notebook, _) => notebook.Code("string.Concat(Enumerable.Repeat($\"{id}\\n\", 25000)).Split('!').ToList().ForEach(Console.Write);"));
        NotebookPath = folder.Write("notebooks/worth.ipynb", json.Markdown("The end."));
    }

    public string NotebookPath { get; }

    public bool HasLeftovers => Directory.GetFileSystemEntries(_folder.File("notebooks")).Length > 1;

    public static bool IsPossible => OperatingSystem.IsLinux() && File.Exists("/usr/bin/setsid");

    /// <summary>In a session of its own, so that the runner and its hosts can be killed at once.</summary>
    public Process Start()
    {
        var direct = RunnerProcess.Info(_folder.Path, "--write", "--fresh");
        return Process.Start(new ProcessStartInfo("/usr/bin/setsid", [direct.FileName, .. direct.ArgumentList])
        {
            WorkingDirectory = direct.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public static async Task KillAsync(Process process)
    {
        using (var kill = Process.Start(new ProcessStartInfo("kill", ["-KILL", "--", $"-{process.Id}"]) { RedirectStandardError = true })!)
        {
            await kill.WaitForExitAsync();
        }

        await RunnerProcess.FinishAsync(process);
    }

    /// <summary>Waits until the run has begun to write its notebook, or has ended.</summary>
    public async Task UntilWritingAsync(Process process)
    {
        while (!process.HasExited && !HasLeftovers)
        {
            await Task.Delay(1);
        }
    }

    /// <summary>The number that all outputs of the file show; null: it has none yet. Throws where it is not one whole notebook.</summary>
    public string? Content()
    {
        var notebook = NotebookReader.Read(NotebookPath);
        Assert.Equal(Cells + 3, notebook.Cells.Count);
        Assert.Equal("The end.", notebook.Cells[^1].Source);
        var shown = notebook.Cells.Where(cell => cell.HasCode).Select(cell => cell.SavedOutputs).ToArray();
        if (shown.All(outputs => outputs.Count == 0))
        {
            return null;
        }

        var id = ((DataOutput)shown[0].Single()).Data["text/plain"];
        Assert.All(shown[1..], outputs => Assert.Equal(25000, ((StreamOutput)outputs.Single()).Text.Split('\n').Count(line => line == id)));
        return id;
    }
}
