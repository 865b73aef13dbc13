using System.Diagnostics;
using System.Globalization;

namespace WorldModel.Benchmarks.Peers;

/// <summary>The peer's worker: a Python process that stays, so that its rounds can be mixed with ours.</summary>
internal sealed class PyTorch : IDisposable
{
    /// <summary>How to get one.</summary>
    internal const string Advice = "install it with 'apt-get install python3-torch libopenblas0-pthread' (Debian, Ubuntu) or 'pip install torch numpy'";

    private static readonly string[] Programs = ["python3", "/usr/bin/python3", "python"];

    private readonly Process process;

    private PyTorch(Process process, string versions) => (this.process, Versions) = (process, versions);

    /// <summary>Of Python, PyTorch and NumPy.</summary>
    internal string Versions { get; }

    /// <summary>The first Python that has PyTorch and NumPy; null where none has.</summary>
    internal static PyTorch? Find() => Programs.Select(Start).OfType<PyTorch>().FirstOrDefault();

    /// <summary>Adds the times of all forms of a work.</summary>
    /// <exception cref="InvalidOperationException">The worker could not do it.</exception>
    internal void Measure(string work, int threads, double seconds, PeerTimes times)
    {
        process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {work} {threads} {seconds}"));
        process.StandardInput.Flush();
        for (var line = Read(process); line?.Kind != PeerLineKind.Done; line = Read(process))
        {
            if (line?.Kind != PeerLineKind.Time)
            {
                throw new InvalidOperationException($"PyTorch could not do {work} on {threads} threads: {line?.Text ?? "its process ended"}");
            }

            times.Add(line.Text, threads, line.Seconds);
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static PyTorch? Start(string program)
    {
        var worker = Path.Combine(AppContext.BaseDirectory, "peers", "pytorch_worker.py");
        ProcessStartInfo start = new(program, [worker]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            if (Read(process) is { Kind: PeerLineKind.Ready } ready)
            {
                return new(process, ready.Text);
            }

            process.Dispose();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program: the next one may be there.
        }

        return null;
    }

    private static PeerLine? Read(Process process) => process.StandardOutput.ReadLine() is { } line ? PeerLine.Parse(line) : null;
}
