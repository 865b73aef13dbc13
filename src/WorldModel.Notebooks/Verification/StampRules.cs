using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification;

/// <summary>Outputs belong to the cells, data and library that they stand with.</summary>
internal static class StampRules
{
    /// <exception cref="NotebookProblem">A data file cannot be read.</exception>
    public static IEnumerable<string> Problems(Notebook notebook)
    {
        if (notebook.Stamp is not { } stamp)
        {
            yield return $"no run is recorded in its metadata (\"{RunStamp.Key}\"), so nobody can tell whether its outputs are those of its cells";
            yield break;
        }

        if (stamp.Cells != SourceHash.Cells(notebook))
        {
            yield return $"its code cells changed since its outputs were saved ({stamp.Date})";
        }

        if (stamp.Outputs != OutputHash.Of(notebook))
        {
            yield return $"its outputs are not those that the run of {stamp.Date} saved: they were edited, or come from another program";
        }

        if (stamp.Data != SourceHash.Data(notebook))
        {
            yield return $"its data changed since its outputs were saved ({stamp.Date}); its cells now read {DataNames(notebook)}";
        }

        if (stamp.Library != LibraryVersion.Current)
        {
            yield return $"its outputs were saved with version {stamp.Library} of the library, and this is version {LibraryVersion.Current}";
        }
    }

    private static string DataNames(Notebook notebook) =>
        DataFiles.Of(notebook) is { Count: > 0 } files ? string.Join(", ", files.Select(file => $"{DataFiles.Folder}/{file.Name}")) : "none";
}
