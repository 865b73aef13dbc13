using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Reporting;

/// <summary>
/// Tells while it happens: a line for each code cell that ended, the whole error of one that failed, and on a terminal
/// what is running now, for how long and how long it took the last time.
/// </summary>
internal sealed class ProgressReport : IProgress<CellStep>, IDisposable
{
    private const string EraseLine = "\r\u001b[2K";
    private readonly Lock _writing = new();
    private readonly SortedDictionary<string, RunningNotebook> _running = new(StringComparer.Ordinal);
    private readonly TextWriter _output;
    private readonly Func<int>? _width;
    private readonly Timer? _ticks;

    /// <param name="output">Where to tell it.</param>
    /// <param name="width">The terminal's width now; null: this is no terminal, and lines stay as they are.</param>
    public ProgressReport(TextWriter output, Func<int>? width)
    {
        (_output, _width) = (output, width);
        _ticks = width is null ? null : new Timer(_ => Refresh(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Files of the notebooks that have begun and not ended.</summary>
    public IReadOnlyList<string> Running
    {
        get
        {
            lock (_writing)
            {
                return [.. _running.Keys];
            }
        }
    }

    /// <param name="path">The notebook's file.</param>
    /// <param name="expected">How long it will probably take, if that is known.</param>
    public void Begin(string path, TimeSpan? expected)
    {
        lock (_writing)
        {
            _running[path] = new RunningNotebook(Path.GetFileNameWithoutExtension(path), expected);
        }

        Refresh();
    }

    public void Report(CellStep value)
    {
        lock (_writing)
        {
            var heading = Wording.Heading(value.Notebook, value.Cell);
            if (value.Result is not null)
            {
                Write($"{heading}  {Wording.Seconds(value.Result.Duration)}{Ending(value.Result)}");
                Explain(value.Result);
            }
            else if (_running.TryGetValue(value.Notebook.Path, out var running))
            {
                running.Heading = heading;
            }
        }

        Refresh();
    }

    public void Finished(NotebookResult result)
    {
        lock (_writing)
        {
            _running.Remove(result.Path);
            Write($"{result.Name}  {Wording.Outcome(result)}");
        }

        Refresh();
    }

    public void Say(string line)
    {
        lock (_writing)
        {
            Write(line);
        }

        Refresh();
    }

    /// <summary>Draws the live line anew.</summary>
    public void Refresh()
    {
        lock (_writing)
        {
            if (_width is not null && _running.Count > 0)
            {
                var line = string.Join(" · ", _running.Values);
                var room = Math.Max(20, _width() - 1);
                _output.Write(EraseLine + (line.Length > room ? line[..(room - 1)] + "…" : line));
                _output.Flush();
            }
        }
    }

    public void Dispose() => _ticks?.Dispose();

    private static string Ending(CellResult result) => result switch
    {
        { Passed: false } => "  FAILED",
        { RaisedAsAnnounced: true } => "  raised, as its tag says",
        _ => "",
    };

    private void Explain(CellResult result)
    {
        foreach (var line in result.Notes.SelectMany(note => note.Split('\n')).Concat(result.Error?.Traceback ?? []))
        {
            _output.WriteLine($"    {line}");
        }
    }

    private void Write(string line)
    {
        _output.WriteLine((_width is null ? "" : EraseLine) + line);
        _output.Flush();
    }
}
