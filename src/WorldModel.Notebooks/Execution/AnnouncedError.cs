using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>
/// Holds a cell to its tag <c>raises-exception</c>. An exception and a compiler's error are what the tag announces, as in
/// Jupyter; a library that was not built, a cell that hangs or ends its process are not.
/// </summary>
internal static class AnnouncedError
{
    private static readonly string[] NeverAnnounced = [CellDeath.Timeout, CellDeath.ProcessEnded, CellDirectives.ErrorName];

    public static CellResult Judge(CellResult result) => result switch
    {
        { Cell.MustRaise: false } => result,
        { Error: { } error } => result with { RaisedAsAnnounced = !NeverAnnounced.Contains(error.Name) },
        _ => result with { Outputs = [.. result.Outputs, Missing(result.Cell)] },
    };

    private static ErrorOutput Missing(Cell cell)
    {
        var text = $"cell {cell.Number} is tagged {CellTags.RaisesException} and raised nothing. Make it raise, or remove the tag.";
        return new ErrorOutput("NothingRaised", text, [$"NothingRaised: {text}"]);
    }
}
