using System.Globalization;
using System.Text;

namespace WorldModel.Display;

/// <summary>The pages of one run, numbered as they come, with an index; pages of an earlier run give way to them.</summary>
internal sealed class AlbumFolder(string path, string name)
{
    private readonly List<(string File, string Title)> pages = [];

    /// <summary>The page that lists all; null while there is none.</summary>
    internal string? Index => pages.Count > 0 ? Path.Combine(path, "index.html") : null;

    /// <summary>Writes a page and the index anew, so that both are there even if the program fails later.</summary>
    /// <returns>The page's file name.</returns>
    internal string Add(IPageView view)
    {
        if (pages.Count == 0)
        {
            Directory.CreateDirectory(path);
            Clear();
            Write(view.ScriptName, view.ReadScript());
        }

        var file = string.Create(CultureInfo.InvariantCulture, $"{pages.Count + 1:00}-{Slug(view.Title)}.html");
        pages.Add((file, view.Title));
        Write(file, AlbumPage.Of(view, name));
        Write("index.html", AlbumPage.Index(pages, name));
        return file;
    }

    private void Clear()
    {
        foreach (var old in Directory.EnumerateFiles(path, "*.html").Where(file => File.ReadLines(file).Take(AlbumPage.HeadLines).Contains(AlbumPage.Mark)).ToList())
        {
            File.Delete(old);
        }
    }

    // Beside and moved: a reader never meets half a page.
    private void Write(string file, string text)
    {
        var target = Path.Combine(path, file);
        var beside = $"{target}.{Environment.ProcessId}.new";
        File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(beside, target, overwrite: true);
    }

    private static string Slug(string title)
    {
        var letters = title.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length == 0 ? "chart" : slug.Length <= 60 ? slug : slug[..60].TrimEnd('-');
    }
}
