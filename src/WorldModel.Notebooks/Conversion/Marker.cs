namespace WorldModel.Notebooks.Conversion;

/// <summary>The first line of what was converted: only a file that begins with it may be written again.</summary>
internal static class Marker
{
    private const string Words = "Made from a notebook by `convert`, which writes this file anew";

    public static string Line(ConversionTarget target)
    {
        var words = $"{Words}: {target.Relative(Path.GetFullPath(target.Notebook.Path)).ReplaceLineEndings(" ")}";
        return target.Form == ConversionForm.Markdown ? $"<!-- {words.Replace("--", "- -", StringComparison.Ordinal)} -->" : $"// {words}";
    }

    public static bool IsOurs(string file) => File.ReadLines(file).FirstOrDefault()?.Contains(Words, StringComparison.Ordinal) is true;
}
