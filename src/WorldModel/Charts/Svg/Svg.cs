using System.Globalization;
using System.Net;
using System.Text;

namespace WorldModel.Charts;

/// <summary>Writes the few shapes that a picture needs; coordinates to a tenth of a pixel.</summary>
internal sealed class Svg
{
    private readonly StringBuilder text = new();

    /// <summary>Width of a text [px], estimated: no font is at hand.</summary>
    internal static double WidthOf(string text, double size) => 0.56 * size * text.Length;

    /// <summary>As much of a text as fits a width [px].</summary>
    internal static string Cut(string text, double width, double size)
    {
        var most = (int)(width / WidthOf("m", size));
        return text.Length <= most ? text : $"{text[..(most - 1)]}…";
    }

    /// <summary>Where to centre a text so that it stays inside the picture.</summary>
    internal static double Within(double x, string text, double size)
    {
        var half = WidthOf(text, size) / 2 + 2;
        return Math.Clamp(x, half, Math.Max(half, PictureFrame.Width - half));
    }

    internal static string At(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Fraction(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A path through points, broken where there is none.</summary>
    internal static string Through(IEnumerable<(double X, double Y)?> points)
    {
        StringBuilder path = new();
        var isDown = false;
        foreach (var point in points)
        {
            path.Append(point is { } at ? $"{(isDown ? "L" : "M")}{At(at.X)} {At(at.Y)}" : "");
            isDown = point is not null;
        }

        return path.ToString();
    }

    internal Svg Raw(string element)
    {
        text.Append(element);
        return this;
    }

    internal Svg Line((double X, double Y) from, (double X, double Y) to, string color, double width = 1) =>
        Raw($"<path d=\"M{At(from.X)} {At(from.Y)}L{At(to.X)} {At(to.Y)}\" stroke=\"{color}\" stroke-width=\"{At(width)}\"/>");

    internal Svg Path(string d, Series look) =>
        Raw($"<path d=\"{d}\" fill=\"none\" stroke=\"{look.Color}\" stroke-width=\"{At(look.Width)}\" stroke-opacity=\"{At(look.Opacity)}\" stroke-linejoin=\"round\"{(look.IsDashed ? " stroke-dasharray=\"7 5\"" : "")}/>");

    internal Svg Area(string d, Series look) => Raw($"<path d=\"{d}Z\" fill=\"{look.Color}\" fill-opacity=\"{Fraction(look.Opacity)}\"/>");

    internal Svg Dot((double X, double Y) at, double radius, string color, double opacity = 1) =>
        Raw($"<circle cx=\"{At(at.X)}\" cy=\"{At(at.Y)}\" r=\"{At(radius)}\" fill=\"{color}\" fill-opacity=\"{At(opacity)}\"/>");

    internal Svg Box(double x, double y, double width, double height, string color, double opacity = 1) =>
        Raw($"<rect x=\"{At(x)}\" y=\"{At(y)}\" width=\"{At(Math.Max(0, width))}\" height=\"{At(Math.Max(0, height))}\" fill=\"{color}\" fill-opacity=\"{At(opacity)}\"/>");

    /// <summary>A text that begins, centres or ends (start, middle, end) at a point; turned to read upwards if asked.</summary>
    internal Svg Text(string words, (double X, double Y) at, string anchor = "start", double size = 12, string color = Theme.Ink, bool isUpright = true) =>
        Raw($"<text x=\"{At(at.X)}\" y=\"{At(at.Y)}\" text-anchor=\"{anchor}\" font-size=\"{At(size)}\" fill=\"{color}\"{(isUpright ? "" : $" transform=\"rotate(-90 {At(at.X)} {At(at.Y)})\"")}>{Escape(words)}</text>");

    /// <summary>The picture, as wide as its column at most.</summary>
    internal string Close(double width, double height, string description) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{Escape(description)}\" viewBox=\"0 0 {At(width)} {At(height)}\" width=\"{At(width)}\" style=\"max-width:100%;height:auto;display:block\" font-family=\"{Escape(Theme.Font)}\">"
        + $"<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>{text}</svg>";

    // XML knows no control characters, however escaped.
    private static string Escape(string words) => WebUtility.HtmlEncode(new string([.. words.Where(c => !char.IsControl(c))]));
}
