using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Reporting;

/// <summary>
/// Tells while it happens: a line for each code cell that ended, the whole error of one that failed, and on a terminal
/// the cell that is running now.
/// </summary>
internal sealed class ProgressReport(TextWriter output, bool isTerminal) : IProgress<CellStep>
{
    private const string EraseLine = "\r\u001b[2K";
    private readonly Lock _writing = new();

    public void Report(CellStep value)
    {
        lock (_writing)
        {
            if (value.Result is null)
            {
                WhileRunning(value);
            }
            else
            {
                Write($"{Heading(value.Notebook, value.Cell)}  {Wording.Seconds(value.Result.Duration)}{(value.Result.Passed ? "" : "  FAILED")}");
                Explain(value.Result);
            }
        }
    }

    public void Finished(NotebookResult result)
    {
        lock (_writing)
        {
            Write(result.Passed
                ? $"{result.Name}  passed in {Wording.Seconds(result.Duration)}"
                : $"{result.Name}  FAILED{(result.Problem is { } problem ? $": {problem}" : "")}");
        }
    }

    public void Say(string line)
    {
        lock (_writing)
        {
            Write(line);
        }
    }

    private void WhileRunning(CellStep step)
    {
        if (isTerminal)
        {
            output.Write($"{EraseLine}{Heading(step.Notebook, step.Cell)}  running");
            output.Flush();
        }
    }

    private void Explain(CellResult result)
    {
        foreach (var line in result.Notes.SelectMany(note => note.Split('\n')).Concat(result.Error?.Traceback ?? []))
        {
            output.WriteLine($"    {line}");
        }
    }

    private static string Heading(Notebook notebook, Cell cell) =>
        $"{notebook.Name}  cell {cell.Number}/{notebook.Cells.Count} ({(cell.Tags is [var tag, ..] ? tag : "code")})";

    private void Write(string line)
    {
        output.WriteLine((isTerminal ? EraseLine : "") + line);
        output.Flush();
    }
}
