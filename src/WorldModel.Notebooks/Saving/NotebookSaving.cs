using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Saving;

/// <summary>Saves what a notebook's cells left behind, with the stamp of the run that they come from.</summary>
internal static class NotebookSaving
{
    /// <summary>Writes only what changed; a notebook that says the same as before is not touched.</summary>
    public static NotebookResult Save(NotebookResult result)
    {
        if (result is not { Passed: true, Notebook: { } notebook })
        {
            return result;
        }

        try
        {
            return result with { Problem = Replace(notebook, Content(notebook, result)) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookProblem)
        {
            return result with { Problem = $"its outputs cannot be saved: {e.Message}" };
        }
    }

    private static byte[] Content(Notebook notebook, NotebookResult result)
    {
        var renewed = result.Cells.Select((cell, index) => new CellOutputs(cell.Cell.Number, index + 1, cell.Outputs));

        // Read back, so that the stamp speaks of what whoever opens the file will find.
        var written = NotebookReader.Read(notebook.Path, NotebookWriter.Write(notebook, renewed));
        return StampWriter.Write(written, Stamping.Of(written, result.Duration, result.PeakMemory, DateOnly.FromDateTime((result.RanAt ?? DateTimeOffset.UtcNow).UtcDateTime)));
    }

    private static string? Replace(Notebook notebook, byte[] content)
    {
        if (!File.ReadAllBytes(notebook.Path).AsSpan().SequenceEqual(notebook.Bytes.Span))
        {
            return $"{notebook.Path} was changed while it ran, so its outputs are not saved. Run it again.";
        }

        if (!content.AsSpan().SequenceEqual(notebook.Bytes.Span))
        {
            NotebookWriter.Save(notebook.Path, content);
        }

        return null;
    }
}
