using System.Globalization;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification;

/// <summary>Says of a saved notebook which run it holds.</summary>
internal static class Stamping
{
    /// <summary>
    /// The stamp of a notebook that holds a run's outputs: its own where the run only repeated what was there, so that
    /// running again changes nothing.
    /// </summary>
    /// <exception cref="NotebookProblem">A data file cannot be read.</exception>
    public static RunStamp Of(Notebook notebook, TimeSpan duration, long peakMemory, DateOnly day)
    {
        var stamp = new RunStamp
        {
            Cells = SourceHash.Cells(notebook),
            Data = SourceHash.Data(notebook),
            Outputs = OutputHash.Of(notebook),
            Library = LibraryVersion.Current,
            Date = day.ToString("O", CultureInfo.InvariantCulture),
            Seconds = (int)Math.Round(duration.TotalSeconds),
            Megabytes = (int)Math.Round(peakMemory / 1e6),
        };
        return notebook.Stamp is { } old && stamp.Repeats(old) ? old : stamp;
    }
}
