namespace WorldModel.Charts;

/// <summary>
/// The one look of all charts. Colours can be told apart by colour-blind readers (Okabe and Ito, "Color Universal
/// Design", 2008); every chart lies on a nearly white card, so it reads alike on a light and on a dark page.
/// </summary>
public static class Theme
{
    /// <summary>Colours of series after the first, which is <see cref="Ink"/>: blue, vermilion, green, purple, orange, sky, brown, grey.</summary>
    public static IReadOnlyList<string> Palette { get; } =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C510A", "#7F7F7F"];

    /// <summary>Colour of text and of the truth.</summary>
    public const string Ink = "#1F2430";

    /// <summary>Colour of axes and their numbers.</summary>
    public const string Faint = "#5B6270";

    /// <summary>Colour of grid lines.</summary>
    public const string Grid = "#DFE3E9";

    /// <summary>Colour of the card that a chart lies on.</summary>
    public const string Card = "rgba(255,255,255,0.96)";

    /// <summary>Font family, what every system has.</summary>
    public const string Font = "system-ui, Segoe UI, Helvetica, Arial, sans-serif";

    /// <summary>Height of a chart [px].</summary>
    public const int Height = 420;

    internal const int Text = 13;

    internal const int Heading = 16;

    /// <summary>Colour of the series with this number, from 0; the palette begins anew at its end.</summary>
    public static string ColorOf(int series) => Palette[series % Palette.Count];
}
