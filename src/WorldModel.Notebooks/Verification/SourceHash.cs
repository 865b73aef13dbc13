using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification;

/// <summary>What a notebook's outputs come from, as short hashes: they differ when running again may say something else.</summary>
internal static class SourceHash
{
    /// <summary>Of the sources of all cells that are executed, in order; line endings do not count.</summary>
    public static string Cells(Notebook notebook)
    {
        using var digest = new Digest();
        foreach (var cell in notebook.Cells.Where(cell => cell.HasCode))
        {
            digest.Add(cell.Source.ReplaceLineEndings("\n"));
        }

        return digest.ToString();
    }

    /// <summary>Of names and contents of the data files that the cells mention; null where they mention none.</summary>
    /// <exception cref="NotebookProblem">One cannot be read.</exception>
    public static string? Data(Notebook notebook)
    {
        var files = DataFiles.Of(notebook);
        using var digest = new Digest();
        foreach (var (name, path) in files)
        {
            digest.Add(name).Add(DataFiles.Content(notebook, path));
        }

        return files.Count > 0 ? digest.ToString() : null;
    }
}
