namespace WorldModel.Notebooks.Model;

/// <summary>A notebook with the very bytes it was read from, so that writing can leave alone what did not change.</summary>
internal sealed record Notebook(string Path, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Cell> Cells)
{
    public string FileName => System.IO.Path.GetFileName(Path);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
}
