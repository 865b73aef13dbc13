using System.IO.Enumeration;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>Turns what was asked for into files, in name order; a folder means the notebooks right in it.</summary>
internal static class NotebookFinder
{
    public const string DefaultFolder = "notebooks";
    private const string Pattern = "*.ipynb";

    public static IReadOnlyList<FoundNotebook> Find(IReadOnlyList<string> paths)
    {
        var found = (paths.Count == 0 ? [DefaultFolder] : paths).SelectMany(FindOne).ToArray();
        return [.. found.DistinctBy(notebook => Path.GetFullPath(notebook.Path))];
    }

    private static IEnumerable<FoundNotebook> FindOne(string path)
    {
        if (File.Exists(path))
        {
            return [new FoundNotebook(path)];
        }

        if (Directory.Exists(path))
        {
            return OrProblem(path, Files(path, Pattern), $"the folder {path} holds no notebook (*.ipynb). Name another folder, a file or a glob.");
        }

        return path.AsSpan().IndexOfAny("*?") >= 0
            ? OrProblem(path, Glob(path), $"no notebook matches {path}. Quote the pattern if your shell expands it, and mind the current folder ({Environment.CurrentDirectory}).")
            : [new FoundNotebook(path) { Problem = $"there is no file or folder {path} (looked for in {Environment.CurrentDirectory}). Run this from the repository's root, or name notebooks that exist." }];
    }

    private static IEnumerable<FoundNotebook> OrProblem(string path, string[] files, string problem) =>
        files.Length > 0 ? files.Select(file => new FoundNotebook(file)) : [new FoundNotebook(path) { Problem = problem }];

    /// <summary><c>*</c> and <c>?</c> in any part of the path; a part <c>**</c> stands for folders at any depth.</summary>
    private static string[] Glob(string pattern)
    {
        IEnumerable<string> folders = [Path.IsPathRooted(pattern) ? Path.GetPathRoot(pattern)! : ""];
        var parts = pattern.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        parts = Path.IsPathRooted(pattern) && OperatingSystem.IsWindows() ? parts[1..] : parts;
        foreach (var part in parts[..^1])
        {
            folders = [.. folders.SelectMany(folder => Folders(folder, part))];
        }

        return [.. folders.SelectMany(folder => Files(folder, parts[^1])).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Folders(string folder, string part) => part switch
    {
        "**" => [folder, .. Directory.EnumerateDirectories(Here(folder), "*", SearchOption.AllDirectories).Select(name => Back(folder, name))],
        "." or ".." => [Path.Combine(folder, part)],
        _ => Directory.EnumerateDirectories(Here(folder))
            .Where(name => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(name), ignoreCase: false))
            .Select(name => Back(folder, name)),
    };

    private static string[] Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Here(folder), Pattern)
            .Where(name => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(name), ignoreCase: false))
            .Select(name => Back(folder, name))
            .Order(StringComparer.Ordinal)];

    private static string Here(string folder) => folder.Length == 0 ? "." : folder;

    private static string Back(string folder, string name) => folder.Length == 0 ? Path.GetRelativePath(".", name) : name;
}
