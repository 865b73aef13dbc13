using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion;

/// <summary>Where a notebook's converted form goes, and which others are converted with it (full path → file name).</summary>
internal sealed record ConversionTarget(Notebook Notebook, string Folder, ConversionForm Form, IReadOnlyDictionary<string, string> Others)
{
    public string FileName => FileNameOf(Notebook.Path, Form);

    public static string FileNameOf(string notebook, ConversionForm form) => Path.GetFileNameWithoutExtension(notebook) + form switch
    {
        ConversionForm.App => ".cs",
        ConversionForm.Script => ".csx",
        _ => ".md",
    };

    /// <summary>A path as a text in <see cref="Folder"/> may say it: relative, with slashes.</summary>
    public string Relative(string path) => Path.GetRelativePath(Folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
