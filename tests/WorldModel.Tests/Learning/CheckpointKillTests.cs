using System.Diagnostics;
using System.Globalization;
using WorldModel.Learning;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Learning;

/// <summary>A training whose process is killed without a word, again and again, loses nothing but time.</summary>
public sealed class CheckpointKillTests(ITestOutputHelper output) : IDisposable
{
    private const string FolderVariable = "WORLDMODEL_TRAINING_FOLDER";

    private readonly TemporaryFolder whole = new();
    private readonly TemporaryFolder broken = new();

    public void Dispose()
    {
        whole.Dispose();
        broken.Dispose();
    }

    [Fact(Timeout = 600_000)]
    public async Task However_often_it_is_killed_it_ends_as_one_that_never_was()
    {
        await RunAsync(whole, _ => Task.Delay(-1, TestContext.Current.CancellationToken));
        var (random, kills) = (new Random(1609), 0);
        for (var isDone = false; !isDone; kills += isDone ? 0 : 1)
        {
            isDone = await RunAsync(broken, async process =>
            {
                if (kills < 5)
                {
                    await UntilWrittenAsync(broken, process);
                    await Task.Delay(random.Next(120), TestContext.Current.CancellationToken);
                    process.Kill();
                }
            });
        }

        output.WriteLine($"{kills} kills");
        Assert.InRange(kills, 3, 5);
        Assert.Equal(File.ReadAllText(whole["result"]), File.ReadAllText(broken["result"]));
        Assert.Equal(["fused Adam", "kernels", "result", "TorchSharp's Adam"], broken.Files.Order(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What the killed process does; by itself it is no test.</summary>
    [Fact(Explicit = true)]
    public void The_training_that_is_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        List<string> results = [];
        foreach (var way in Trainings.Ways)
        {
            FitOptions options = new(Epochs: 40, BatchSize: 16) { InputNoise = 0.1, Checkpoint = Path.Combine(folder, way), CheckpointEvery = 3, Watcher = new Telling(_ => Thread.Sleep(15)) };
            results.AddRange(Trainings.Run(way, options).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        }

        WholeFile.Write(Path.Combine(folder, "result"), System.Text.Encoding.UTF8.GetBytes(string.Join('\n', results)));
    }

    /// <summary>Whether it came to its end.</summary>
    private static async Task<bool> RunAsync(TemporaryFolder folder, Func<Process, Task> meanwhile)
    {
        ProcessStartInfo info = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "WorldModel.Tests.exe" : "WorldModel.Tests")) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(["-explicit", "only", "-method", $"*.{nameof(The_training_that_is_killed)}"], info.ArgumentList.Add);
        info.Environment[FolderVariable] = folder[""];
        using var process = Process.Start(info)!;
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var end = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(meanwhile(process), end);
        await end;
        var isDone = File.Exists(folder["result"]);
        Assert.True(isDone || process.ExitCode != 0, $"{await text}{await errors}");
        return isDone;
    }

    // Until one more checkpoint lies there than when the process began: else it might be killed before it got anywhere.
    private static async Task UntilWrittenAsync(TemporaryFolder folder, Process process)
    {
        var before = Newest();
        while (Newest() == before && !process.HasExited)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        DateTime Newest() => folder.Files.Select(file => File.GetLastWriteTimeUtc(folder[file])).Append(DateTime.MinValue).Max();
    }
}
