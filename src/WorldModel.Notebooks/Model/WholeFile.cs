using System.Diagnostics;
using System.Globalization;

namespace WorldModel.Notebooks.Model;

/// <summary>
/// Writes beside a file and moves: a reader meets the old content or the new one, never half of it, even when this process
/// is killed in the middle. What a killed process leaves beside carries its number, so that the next one can tell and clear it.
/// </summary>
internal static class WholeFile
{
    private const string Suffix = ".new-";

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var beside = $"{target}{Suffix}{Environment.ProcessId}";
        ClearLeftovers(target);
        try
        {
            using (var file = File.Create(beside))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            KeepMode(target, beside);
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Removes what processes that are gone left beside <paramref name="path"/>.</summary>
    public static void ClearLeftovers(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Path.GetFileName(path)}{Suffix}*") : [])
        {
            if (IsLeftover(file))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Whether a name ends in the number of a process that is no more; an own number is that of a forerunner.</summary>
    public static bool IsLeftover(string name)
    {
        var number = name[(name.LastIndexOf('-') + 1)..];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return id == Environment.ProcessId || process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void KeepMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(from))
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }
}
