namespace WorldModel.Notebooks.Model;

/// <summary>A notebook with the very bytes it was read from, so that writing can leave alone what did not change.</summary>
internal sealed record Notebook(string Path, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Cell> Cells)
{
    /// <summary>Name of the kernel that the notebook asks for; "" where it asks for none.</summary>
    public string Kernel { get; init; } = "";

    /// <summary>The run that its outputs come from, as it says; null where it says nothing.</summary>
    public RunStamp? Stamp { get; init; }

    public string FileName => System.IO.Path.GetFileName(Path);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
}
