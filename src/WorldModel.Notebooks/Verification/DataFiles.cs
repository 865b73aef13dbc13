using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification;

/// <summary>
/// The files that a notebook's cells read: those of the folder <c>data</c>, beside the notebook or beside its folder,
/// whose name a code cell mentions.
/// </summary>
internal static class DataFiles
{
    public const string Folder = "data";

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4 };

    /// <summary>Names relative to the folder, with '/', and paths; in the order of the names.</summary>
    /// <exception cref="NotebookProblem">A folder cannot be read.</exception>
    public static IReadOnlyList<(string Name, string Path)> Of(Notebook notebook)
    {
        string[] folders = [Path.Combine(notebook.Folder, Folder), Path.Combine(notebook.Folder, "..", Folder)];
        var code = string.Join('\n', notebook.Cells.Where(cell => cell.HasCode).Select(cell => cell.Source));
        return Reading(notebook, () => folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", Deep).Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path)))
            .Where(file => code.Contains(Path.GetFileName(file.Name), StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToArray());
    }

    public static byte[] Content(Notebook notebook, string path) => Reading(notebook, () => File.ReadAllBytes(path));

    private static T Reading<T>(Notebook notebook, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookProblem($"{notebook.Path}: its data cannot be read: {e.Message}", e);
        }
    }
}
