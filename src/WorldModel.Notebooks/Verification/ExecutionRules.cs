using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Verification;

/// <summary>What was saved is what one run of all cells from first to last leaves behind.</summary>
internal static class ExecutionRules
{
    public static IEnumerable<string> Problems(Notebook notebook) =>
    [
        .. notebook.Cells.Where(cell => cell.HasCode && cell.ExecutionCount is null).Select(cell => $"{cell.Named} was saved without having been executed"),
        .. Order(notebook),
        .. notebook.Cells.SelectMany(Errors),
        .. notebook.Cells.Where(cell => cell.SavedOutputs.OfType<StreamOutput>().Any(stream => stream.Name == "stderr")).Select(cell => $"{cell.Named} was saved with a warning (stderr)"),
        .. notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !cell.HasCode && cell.SavedOutputs.Count > 0).Select(cell => $"{cell.Named} has outputs and no code: delete it"),
    ];

    private static IEnumerable<string> Order(Notebook notebook)
    {
        var executed = notebook.Cells.Where(cell => cell.HasCode).Index().Where(cell => cell.Item.ExecutionCount is not null);
        return executed.Where(cell => cell.Item.ExecutionCount != cell.Index + 1).Take(1)
            .Select(cell => $"its cells were not executed once each, from first to last: {cell.Item.Named} was number {cell.Item.ExecutionCount}, and has to be {cell.Index + 1}");
    }

    private static IEnumerable<string> Errors(Cell cell)
    {
        var isAnnounced = cell.Tags.Contains(CellTags.RaisesException);
        var error = cell.SavedOutputs.OfType<ErrorOutput>().FirstOrDefault();
        if (error is not null && !isAnnounced)
        {
            yield return $"{cell.Named} was saved with an error ({error.Name}: {error.Value}) and is not tagged {CellTags.RaisesException}";
        }
        else if (error is null && isAnnounced && cell.ExecutionCount is not null)
        {
            yield return $"{cell.Named} is tagged {CellTags.RaisesException} and was saved without an error";
        }
    }
}
