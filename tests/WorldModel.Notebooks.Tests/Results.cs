using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests;

/// <summary>Results as if notebooks had run.</summary>
internal static class Results
{
    public static NotebookResult Of(TemporaryFolder folder, string name, NotebookJson json, Func<Cell, Output[]> outputs)
    {
        var notebook = NotebookReader.Read(folder.Write(name, json));
        var cells = notebook.Cells.Where(cell => cell.HasCode).Select(cell => AnnouncedError.Judge(new CellResult(cell, outputs(cell), TimeSpan.FromSeconds(cell.Number))));
        return new NotebookResult(notebook.Path, notebook, [.. cells]) { Duration = TimeSpan.FromSeconds(7), PeakMemory = 5_000_000, RanAt = DateTimeOffset.Now };
    }

    public static ErrorOutput Error(string text) => new("Failure", text, [$"Failure: {text}", "   at cell"]);
}
