using System.Diagnostics;
using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Tests.Conversion;

/// <summary>A converted app as a user starts it, from a folder that is not its own.</summary>
internal static class AppProcess
{
    // Two builds of one library at a time would write the same files.
    private static readonly SemaphoreSlim Building = new(1);

    public static async Task<RunnerOutcome> RunAsync(string app) =>
        await BuildAsync(app) is { ExitCode: not 0 } failed ? failed : await FinishAsync(Data(app), "run", "--no-build", app);

    public static async Task<RunnerOutcome> BuildAsync(string app)
    {
        await Building.WaitAsync();
        try
        {
            return await FinishAsync(Data(app), "build", app);
        }
        finally
        {
            Building.Release();
        }
    }

    private static string Data(string app) => Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(app)!, ".data")).FullName;

    private static async Task<RunnerOutcome> FinishAsync(string data, params string[] arguments)
    {
        var info = new ProcessStartInfo(HostLaunch.DotNet(), arguments) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("MSBUILDDISABLENODEREUSE", "1") })
        {
            info.Environment[name] = value;
        }

        // Where the SDK keeps what it builds of a single file, on Unix: here it goes with the test's folder.
        info.Environment["XDG_DATA_HOME"] = data;
        using var process = Process.Start(info)!;
        return await RunnerProcess.FinishAsync(process);
    }
}
