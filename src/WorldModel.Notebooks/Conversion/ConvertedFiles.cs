using System.Text;

namespace WorldModel.Notebooks.Conversion;

/// <summary>Writes what was converted beside its place and moves it there; what somebody else wrote is left alone.</summary>
internal static class ConvertedFiles
{
    private const string PicturesMark = ".worldmodel-pictures";

    /// <summary>The folder of a page's pictures, beside the page.</summary>
    public static string PicturesOf(ConversionTarget target) => $"{target.Notebook.Name}.images";

    /// <summary>Why the target cannot be written, or null.</summary>
    public static string? Refusal(ConversionTarget target)
    {
        var file = Path.Combine(target.Folder, target.FileName);
        if (Directory.Exists(file) || File.Exists(file) && !Marker.IsOurs(file))
        {
            return $"{target.Notebook.Path} would become {file}, which is there and was not written by convert. Move it away, or name another folder by --output.";
        }

        var pictures = Path.Combine(target.Folder, PicturesOf(target));
        return target.Form == ConversionForm.Markdown && (File.Exists(pictures) || Directory.Exists(pictures) && !File.Exists(Path.Combine(pictures, PicturesMark)))
            ? $"{target.Notebook.Path} would put its pictures into {pictures}, which is there and was not written by convert. Move it away, or name another folder by --output."
            : null;
    }

    public static void Write(ConversionTarget target, Converted converted)
    {
        Directory.CreateDirectory(target.Folder);
        var file = Path.Combine(target.Folder, target.FileName);
        var beside = $"{file}.new-{Environment.ProcessId}";
        try
        {
            File.WriteAllText(beside, converted.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (target.Form == ConversionForm.Markdown)
            {
                WritePictures(Path.Combine(target.Folder, PicturesOf(target)), converted.Pictures);
            }

            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void WritePictures(string folder, IReadOnlyDictionary<string, byte[]> pictures)
    {
        var (beside, old) = ($"{folder}.new-{Environment.ProcessId}", $"{folder}.old-{Environment.ProcessId}");
        try
        {
            Fill(beside, pictures);
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, old);
            }

            if (pictures.Count > 0)
            {
                Directory.Move(beside, folder);
            }
        }
        finally
        {
            Delete(beside);
            Delete(old);
        }
    }

    private static void Fill(string folder, IReadOnlyDictionary<string, byte[]> pictures)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, PicturesMark), "This folder is written anew by `convert`; do not keep files of your own in it.\n");
        foreach (var (name, content) in pictures)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
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
