using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace WorldModel.Notebooks.Execution;

/// <summary>How this program starts itself again as a notebook's process.</summary>
internal static class HostLaunch
{
    public const string Command = "host";

    public static ProcessStartInfo Info(string notebookPath, ThreadShare share, string pipeName, string marker)
    {
        var info = new ProcessStartInfo(DotNet())
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(notebookPath)),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in new[] { "exec", typeof(HostLaunch).Assembly.Location, Command, pipeName, Path.GetFullPath(notebookPath), marker })
        {
            info.ArgumentList.Add(argument);
        }

        // A crash is reported by this program; a core dump of a process with libtorch would fill the disk.
        info.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        share.Apply(info.Environment);
        return info;
    }

    // The very runtime that runs now, however it was started: apphost, dotnet run or a test.
    public static string DotNet()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var file = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(file) ? file : "dotnet";
    }
}
