using System.Globalization;
using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>A number as somebody wrote it, with as many digits as that one thought worth writing. Its sign is left away: "falls by 0.3" is said of −0.3.</summary>
internal sealed partial record WrittenNumber(string Text, decimal Value, decimal Unit)
{
    /// <summary>Whether this is what the other number is when rounded to this one's digits.</summary>
    public bool Rounds(WrittenNumber exact) => exact.Unit <= Unit && Math.Abs(exact.Value - Value) <= Unit / 2
        || exact.Value == Value;

    public override string ToString() => Text;

    /// <summary>All numbers of a text; digits inside a word, as in "x2", are none.</summary>
    public static IEnumerable<WrittenNumber> In(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var exponent = Exponent(match);
            if (Math.Abs(exponent) <= 20 && decimal.TryParse(match.Groups["mantissa"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mantissa))
            {
                yield return new(match.Value, mantissa * Power(exponent), Power(exponent - match.Groups["decimals"].Length));
            }
        }
    }

    private static int Exponent(Match match) =>
        int.TryParse(match.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) ? exponent : 0;

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var step = 0; step < Math.Abs(exponent); step++)
        {
            power = exponent > 0 ? power * 10 : power / 10;
        }

        return power;
    }

    [GeneratedRegex(@"(?<![\p{L}\d_.])(?<mantissa>\d+(?:\.(?<decimals>\d+))?)(?:[eE](?<exponent>[+-]?\d+))?(?![\p{L}\d_])")]
    private static partial Regex Number();
}
