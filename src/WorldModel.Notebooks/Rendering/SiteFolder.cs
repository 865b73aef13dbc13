using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Rendering;

/// <summary>
/// A site's folder is replaced as a whole: built beside, then swapped, so that there is the old site or the new one. It
/// carries a mark, because what is not ours must never be deleted.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    private const string Marker = ".worldmodel-site";
    private readonly string _target;

    public SiteFolder(string target)
    {
        _target = Path.GetFullPath(target).TrimEnd(Path.DirectorySeparatorChar);
        Workspace = $"{_target}.new-{Environment.ProcessId}";
        ClearLeftovers();
        Directory.CreateDirectory(Workspace);
        File.WriteAllText(Path.Combine(Workspace, Marker), "This folder is written anew by WorldModel.Notebooks; do not keep files of your own in it.\n");
    }

    /// <summary>Where the new site is being built.</summary>
    public string Workspace { get; }

    /// <summary>Why <paramref name="target"/> cannot become a site, or null.</summary>
    public static string? Refusal(string target)
    {
        if (File.Exists(target))
        {
            return $"--output {target} is a file. Name a folder.";
        }

        return Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, Marker))
            ? $"--output {target} holds files that this program did not write, and a site replaces its whole folder. Name a new or empty folder."
            : null;
    }

    public void Publish()
    {
        var old = $"{_target}.old-{Environment.ProcessId}";
        if (Directory.Exists(_target))
        {
            Directory.Move(_target, old);
        }

        Directory.Move(Workspace, _target);
        Delete(old);
    }

    public void Dispose() => Delete(Workspace);

    // A run that was killed left its half-built site, or the old one on its way out.
    private void ClearLeftovers()
    {
        var (parent, name) = (Path.GetDirectoryName(_target)!, Path.GetFileName(_target));
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.GetDirectories(parent, $"{name}.new-*").Concat(Directory.GetDirectories(parent, $"{name}.old-*")))
        {
            if (WholeFile.IsLeftover(folder) && (File.Exists(Path.Combine(folder, Marker)) || !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Delete(folder);
            }
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
