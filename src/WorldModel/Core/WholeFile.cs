namespace WorldModel;

/// <summary>Files that are there as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file and moves it into place, so that nobody ever reads half of it.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    internal static void Write(string path, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder {folder} to write {path} into");
        }

        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
