using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Pictures;

/// <summary>A chart's picture as a notebook stores it: an image element that names the figure it was drawn from.</summary>
internal sealed partial record PictureTag(string Figure, string Html)
{
    /// <summary>Digits of <see cref="FigureMarkup.Hash"/>.</summary>
    public const int HashLength = 16;

    private const int LongestText = 300;

    /// <param name="figure">The figure's hash.</param>
    /// <param name="picture">What was drawn of it.</param>
    /// <param name="description">The chart in words, for those who do not see it.</param>
    public static PictureTag Of(string figure, ChartPicture picture, string description) => new(
        figure,
        $"<img class=\"wm-picture\" data-figure=\"{figure}\" src=\"data:image/png;base64,{Convert.ToBase64String(picture.Png)}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{Rendering.Html.Escape(Cut(description, LongestText))}\" style=\"max-width:100%;height:auto\">");

    /// <summary>The pictures in a chart's HTML, exactly as they were written.</summary>
    public static IEnumerable<PictureTag> In(string html) =>
        Written().Matches(html).Select(picture => new PictureTag(picture.Groups["figure"].Value, picture.Value));

    /// <summary>At most so many characters of a text, on one line, cut between words.</summary>
    public static string Cut(string text, int most)
    {
        var line = Blank().Replace(text, " ").Trim();
        if (line.Length <= most)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', most - 1);
        end = end > most / 2 ? end : char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return $"{line[..end].TrimEnd()}…";
    }

    [GeneratedRegex("<img class=\"wm-picture\" data-figure=\"(?<figure>[0-9a-f]{16})\" src=\"data:image/png;base64,[A-Za-z0-9+/]+=*\" width=\"[0-9]+\" height=\"[0-9]+\" alt=\"[^\"<>]*\" style=\"max-width:100%;height:auto\">")]
    private static partial Regex Written();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blank();
}
