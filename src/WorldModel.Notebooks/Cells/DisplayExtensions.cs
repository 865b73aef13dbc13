using System.Diagnostics.CodeAnalysis;
using WorldModel.Notebooks.Execution.Host;

namespace WorldModel.Notebooks.Cells;

/// <summary>Shows a value in the middle of a cell, as other notebook hosts do.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> below the running cell, in the MIME types its type prefers or in those given.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    [SuppressMessage("Design", "CA1062:Validate arguments of public methods", Justification = "Null is a value like any other; it is shown as such.")]
    public static void Display(this object? value, params string[] mimeTypes)
    {
        var session = CellSession.Current ?? throw new InvalidOperationException("Display works in a notebook's cell only.");
        Console.Out.Flush();
        session.Show(ValueFormatter.Format(value, mimeTypes, session.Note), isResult: false);
    }
}
