using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>
/// The child process of one notebook: takes cells from the runner's pipe and executes them. Whatever a cell does to its
/// process, the runner and the other notebooks live on.
/// </summary>
internal sealed class NotebookHost(MessageChannel channel, string marker)
{
    private readonly Stream[] _nativeStreams = [Console.OpenStandardOutput(), Console.OpenStandardError()];
    private readonly CellSession _session = new(channel);

    public static async Task RunAsync(string pipeName, string notebookFile, string marker)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        }
        finally
        {
            PipePlace.Clear(pipeName);
        }

        using var channel = new MessageChannel(pipe);
        AppContext.SetSwitch("WorldModel.PageHasPlotly", true);
        await new NotebookHost(channel, marker).ServeAsync(new FileInfo(notebookFile));
    }

    private async Task ServeAsync(FileInfo notebook)
    {
        CellSession.Current = _session;
        var runner = new CellRunner(notebook.Name, notebook.DirectoryName!, _session);
        await foreach (var cell in Cells().ReadAllAsync())
        {
            _session.Begin();
            Console.SetOut(new CapturingWriter(_session, "stdout"));
            Console.SetError(new CapturingWriter(_session, "stderr"));
            await runner.RunAsync(cell);
            await Console.Out.FlushAsync();
            await Console.Error.FlushAsync();
            _session.End();
            MarkNativeStreams();
            channel.Send(new CellDone(PeakMemory()));
        }
    }

    /// <summary>Reads on a task of its own, so that this process ends with the runner even in the middle of a cell.</summary>
    private ChannelReader<RunCell> Cells()
    {
        var cells = Channel.CreateUnbounded<RunCell>();
        _ = Task.Factory.StartNew(
            async () =>
            {
                while (await channel.ReceiveAsync() is RunCell cell)
                {
                    await cells.Writer.WriteAsync(cell);
                }

                Environment.Exit(0);
            },
            TaskCreationOptions.LongRunning);
        return cells.Reader;
    }

    // Native libraries print past Console: the mark tells the runner where this cell's native text ends.
    private void MarkNativeStreams()
    {
        foreach (var stream in _nativeStreams)
        {
            stream.Write(Encoding.UTF8.GetBytes(marker));
            stream.Flush();
        }
    }

    private static long PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        return Math.Max(self.PeakWorkingSet64, self.WorkingSet64);
    }
}
