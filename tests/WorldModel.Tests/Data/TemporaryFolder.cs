namespace WorldModel.Tests.Data;

/// <summary>A folder of a test's own that disappears with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("worldmodel-").FullName;

    internal string this[string file] => System.IO.Path.Combine(path, file);

    internal string[] Files => [.. Directory.GetFiles(path).Select(file => System.IO.Path.GetFileName(file))];

    internal string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
