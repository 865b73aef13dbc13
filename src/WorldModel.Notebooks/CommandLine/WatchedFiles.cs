using System.Globalization;
using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>
/// What a page is made of, as a stamp a notebook: its cells and what its code stands on, but not its outputs, so that
/// saving them, here or in an editor, starts nothing.
/// </summary>
internal sealed class WatchedFiles(Planner planner)
{
    private readonly FileHashes _hashes = new();
    private readonly Dictionary<string, string[]> _places = [];
    private (string Signature, IReadOnlyDictionary<string, string> Stamps) _last = ("", new Dictionary<string, string>());

    /// <summary>Times and lengths of everything watched: cheap to ask for, and different as soon as something happens.</summary>
    public string Signature(IReadOnlyList<FoundNotebook> notebooks) =>
        string.Join('|', notebooks.Select(found => found.Path).SelectMany(path => Places(path).Select(Look)));

    /// <summary>Path → stamp. Files are read again only after something happened.</summary>
    public IReadOnlyDictionary<string, string> Stamps(IReadOnlyList<FoundNotebook> notebooks)
    {
        if (Signature(notebooks) is var signature && signature != _last.Signature)
        {
            // With the signature from before: what changes meanwhile, or comes to be watched only now, is looked at again.
            _last = (signature, notebooks.ToDictionary(found => found.Path, Stamp));
        }

        return _last.Stamps;
    }

    private string Stamp(FoundNotebook found)
    {
        try
        {
            var notebook = NotebookReader.Read(found.Path);
            _places[found.Path] = [.. NotebookFiles.Of(notebook), .. NotebookFiles.FoldersOf(notebook)];
            return Digest.Of([.. notebook.Cells.SelectMany(Parts), $"{planner.KeyOf(notebook)}"]);
        }
        catch (NotebookProblem)
        {
            return _hashes.Of(found.Path);
        }
    }

    private static IEnumerable<string> Parts(Cell cell) => [$"{cell.Kind}", cell.Source, .. cell.Tags, .. cell.Attachments.Values];

    private IEnumerable<string> Places(string notebook) => [notebook, .. _places.GetValueOrDefault(notebook, [])];

    private static string Look(string path)
    {
        FileSystemInfo place = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return string.Create(CultureInfo.InvariantCulture, $"{path} {(place.Exists ? place.LastWriteTimeUtc.Ticks : 0)} {(place is FileInfo { Exists: true } file ? file.Length : 0)}");
    }
}
