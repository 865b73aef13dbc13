using System.Globalization;
using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>A text taken apart into its words and its numbers; digits inside a word, as in "x2", belong to the word.</summary>
internal sealed partial record NumberedText(string Words, IReadOnlyList<SaidNumber> Numbers)
{
    public static NumberedText Of(string text)
    {
        var numbers = Number().Matches(text).Select(match => Read(match, text[..match.Index])).ToArray();
        var words = Spaces().Replace(Number().Replace(text, "#"), " ").Trim();
        return new NumberedText(words, numbers);
    }

    private static SaidNumber Read(Match match, string before)
    {
        var value = double.Parse(match.Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        var (decimals, exponent) = (match.Groups["decimals"], match.Groups["exponent"]);
        var power = exponent.Success && int.TryParse(exponent.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var lastDigit = decimals.Success || exponent.Success ? Math.Pow(10, power - decimals.Length) : 0;
        return new SaidNumber(match.Value, value, lastDigit, Name(before));
    }

    // "network [m] 0.1 [0.05, " names all three numbers of a spread "network [m]".
    private static string Name(string before)
    {
        var name = before.Split(", ").LastOrDefault(part => part.Any(char.IsLetter)) ?? "";
        return UpToItsNumber().Replace(name, "").Trim();
    }

    [GeneratedRegex(@"(?<![\p{L}\d_.])[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d+))?(?:[eE](?<exponent>[+-]?\d+))?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=\s)[\[\d.eE+\-\s]+$")]
    private static partial Regex UpToItsNumber();
}
