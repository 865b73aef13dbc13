using System.Diagnostics;
using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Tests;

/// <summary>The built runner as a user starts it.</summary>
internal static class RunnerProcess
{
    public static Process Start(string folder, params string[] arguments) => Process.Start(Info(folder, arguments))!;

    public static ProcessStartInfo Info(string folder, params string[] arguments)
    {
        string[] all = ["exec", Path.Combine(AppContext.BaseDirectory, "WorldModel.Notebooks.dll"), .. arguments];
        return new ProcessStartInfo(HostLaunch.DotNet(), all)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    public static async Task<RunnerOutcome> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await FinishAsync(process);
    }

    public static async Task<RunnerOutcome> FinishAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new RunnerOutcome(process.ExitCode, await output, await error);
    }
}
