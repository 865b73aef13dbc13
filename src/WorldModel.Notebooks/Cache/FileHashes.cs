using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace WorldModel.Notebooks.Cache;

/// <summary>Hashes of files, read again only when a file's time or length has changed.</summary>
internal sealed class FileHashes
{
    private readonly ConcurrentDictionary<string, (DateTime Time, long Length, string Hash)> _known = new();

    public string Of(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return "missing";
        }

        var (time, length) = (file.LastWriteTimeUtc, file.Length);
        if (!_known.TryGetValue(path, out var known) || known.Time != time || known.Length != length)
        {
            known = (time, length, Read(file));
            _known[path] = known;
        }

        return known.Hash;
    }

    private static string Read(FileInfo file)
    {
        // A device or a pipe has no length, and reading it may never end.
        if (file.Length == 0)
        {
            return "empty";
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }
    }
}
