using System.Diagnostics;
using System.IO.Pipes;
using WorldModel.Notebooks.Execution.Protocol;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>A notebook's process as the runner sees it: feeds it cells, times them, and notices when it dies.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly MessageChannel _channel;
    private readonly NativeText _output;
    private readonly NativeText _error;

    private HostProcess(Process process, MessageChannel channel, string marker)
    {
        (_process, _channel) = (process, channel);
        _output = new NativeText(process.StandardOutput, marker);
        _error = new NativeText(process.StandardError, marker);
    }

    /// <summary>Largest resident memory so far [bytes].</summary>
    public long PeakMemory { get; private set; }

    public static async Task<HostProcess> StartAsync(string notebookPath, ThreadShare share, CancellationToken cancellation)
    {
        var pipeName = PipePlace.New();
        var marker = $"\u0002{Guid.NewGuid():N}\u0003";
        var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var process = Process.Start(HostLaunch.Info(notebookPath, share, pipeName, marker))!;
        process.StandardInput.Close();
        var host = new HostProcess(process, new MessageChannel(pipe), marker);
        try
        {
            await host.ConnectAsync(pipe, cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async Task<CellResult> RunAsync(Cell cell, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        var clock = Stopwatch.StartNew();
        var outputs = new OutputCollector();
        try
        {
            await ConverseAsync(cell, outputs, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Kill();
            await TakeNativeTextAsync(outputs);
            outputs.Take(CellDeath.ByTimeout(cell, timeout));
        }

        return new CellResult(cell, outputs.Close(), clock.Elapsed) { Notes = outputs.Notes };
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        // The pumps end with the process's streams; a mark that nobody waits for would still be counted.
        await Task.WhenAll(_output.TakeRestAsync(), _error.TakeRestAsync());
        _output.Dispose();
        _error.Dispose();
        _process.Dispose();
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Already gone.
        }
    }

    private async Task ConnectAsync(NamedPipeServerStream pipe, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var connected = pipe.WaitForConnectionAsync(patience.Token);
        if (await Task.WhenAny(connected, _process.WaitForExitAsync(patience.Token)) != connected || !pipe.IsConnected)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new NotebookProblem($"The notebook's process did not start. It said: {await _error.TakeRestAsync()}");
        }
    }

    private async Task ConverseAsync(Cell cell, OutputCollector outputs, CancellationToken cancellation)
    {
        if (TrySend(new RunCell(cell.Number, cell.Source)))
        {
            while (await _channel.ReceiveAsync(cancellation) is { } message)
            {
                if (message is CellDone done)
                {
                    PeakMemory = Math.Max(PeakMemory, done.PeakMemory);
                    outputs.Print("stdout", await _output.TakeAsync(cancellation));
                    outputs.Print("stderr", await _error.TakeAsync(cancellation));
                    return;
                }

                outputs.Take(message);
            }
        }

        await ReportDeathAsync(cell, outputs, cancellation);
    }

    private bool TrySend(Message message)
    {
        try
        {
            _channel.Send(message);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task ReportDeathAsync(Cell cell, OutputCollector outputs, CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        await TakeNativeTextAsync(outputs);
        outputs.Take(CellDeath.ByExit(cell, _process.ExitCode));
    }

    private async Task TakeNativeTextAsync(OutputCollector outputs)
    {
        outputs.Print("stdout", await _output.TakeRestAsync());
        outputs.Print("stderr", await _error.TakeRestAsync());
    }
}
