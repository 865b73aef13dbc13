using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>The committed notebooks as if they had just run: what they were saved with is what they gave.</summary>
internal static class SavedCourse
{
    public static IReadOnlyList<NotebookResult> Results { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).Select(Read)];

    private static NotebookResult Read(string path)
    {
        var notebook = NotebookReader.Read(path);
        var cells = notebook.Cells.Where(cell => cell.HasCode).Select(cell => new CellResult(cell, cell.SavedOutputs, TimeSpan.FromSeconds(1)));
        return new NotebookResult(path, notebook, [.. cells]) { Duration = TimeSpan.FromSeconds(21.4), PeakMemory = 512_000_000, RanAt = new DateTimeOffset(2026, 11, 22, 18, 4, 0, TimeSpan.Zero) };
    }
}
