using System.Globalization;
using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>Text in every pair of colours that the style puts together, by the WCAG's formula.</summary>
public sealed partial class ContrastTests(SavedSite site) : IClassFixture<SavedSite>
{
    private static readonly string[] CodeColours = ["--t-keyword", "--t-string", "--t-number", "--t-comment", "--t-type", "--t-method", "--t-directive", "--soft", "--ink"];

    private static readonly (string Text, string Ground)[] Pairs =
    [
        .. CodeColours.Select(colour => (colour, "--code")),
        .. new[] { "--ink", "--soft", "--accent", "--warm", "--bad", "--sky" }.SelectMany(text => new[] { (text, "--paper"), (text, "--card") }),
        .. new[] { "accent", "warm", "bad", "sky" }.SelectMany(tone => new[] { ($"--{tone}", $"--{tone}-soft"), ("--ink", $"--{tone}-soft"), ("--accent", $"--{tone}-soft") }),
        ("--on-accent", "--accent"),
    ];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Text_stands_out_from_its_ground(string scheme)
    {
        var colours = Colours(scheme);
        Assert.All(Pairs, pair =>
        {
            var contrast = Contrast(colours[pair.Text], colours[pair.Ground]);
            Assert.True(contrast >= 4.5, FormattableString.Invariant($"{pair.Text} on {pair.Ground} in the {scheme} colours: {contrast:0.00}"));
        });
    }

    [Fact]
    public void Black_on_white_is_the_most_there_can_be() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 6);

    private Dictionary<string, string> Colours(string scheme) => Declaration()
        .Matches(File.ReadAllText(Path.Combine(site.Folder, "assets", "site.css")))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups[scheme].Value);

    private static double Contrast(string one, string other)
    {
        var (bright, dim) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (bright + 0.05) / (dim + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int place)
        {
            var value = int.Parse(colour.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex("(?<name>--[a-z-]+): light-dark\\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\\)")]
    private static partial Regex Declaration();
}
