using System.Globalization;
using System.Text;

namespace WorldModel.Notebooks.Conversion.Prose;

/// <summary>The pictures of a page, numbered as they come.</summary>
internal sealed class PictureFiles(string folder)
{
    private readonly Dictionary<string, byte[]> _files = [];

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Keeps a picture and returns its address on the page.</summary>
    public string Add(string words, string extension, byte[] content)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_files.Count + 1:00}-{Slug(words)}{extension}");
        _files[name] = content;
        return $"{Uri.EscapeDataString(folder)}/{name}";
    }

    private static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (var letter in words.TakeWhile(letter => letter is not ('.' or ';')))
        {
            slug.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : slug.Length > 0 && slug[^1] != '-' ? "-" : "");
        }

        return slug.Length == 0 ? "picture" : slug.ToString(0, Math.Min(slug.Length, 60)).Trim('-');
    }
}
