using System.Runtime.InteropServices;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Cache;

/// <summary>Everything that a notebook's outputs depend on, as hashes: its code, and what that code meets.</summary>
internal sealed record RunKey(string Cells, string Surroundings)
{
    public static RunKey Of(Notebook notebook, int threads, FileHashes files) => new(CellsOf(notebook), SurroundingsOf(notebook, threads, files));

    // Text cells may change and move without a run; of the tags only one decides what a cell's outputs mean.
    public static string CellsOf(Notebook notebook) =>
        Digest.Of([.. notebook.Cells.Where(cell => cell.HasCode).SelectMany(cell => new[] { cell.Source, cell.MustRaise ? CellTags.RaisesException : "" })]);

    private static string SurroundingsOf(Notebook notebook, int threads, FileHashes files)
    {
        using var digest = new Digest();
        foreach (var file in NotebookFiles.Of(notebook))
        {
            digest.Add(Path.GetRelativePath(notebook.Folder, file)).Add(files.Of(file));
        }

        return digest.Add($"{typeof(RunKey).Assembly.ManifestModule.ModuleVersionId}")
            .Add(RuntimeInformation.FrameworkDescription)
            .Add(RuntimeInformation.RuntimeIdentifier)
            .Add($"{threads}")
            .Add(Environment.GetEnvironmentVariable("ATEN_CPU_CAPABILITY") ?? "")
            .ToString();
    }
}
