using System.Text;

namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>Letters of Unicode's mathematical alphabets (block U+1D400), of which a few lie elsewhere for history's sake.</summary>
internal static class MathLetters
{
    // Pairs of a letter and the character that stands for it.
    private static readonly Dictionary<MathAlphabet, string> Irregular = new()
    {
        [MathAlphabet.DoubleStruck] = "CℂHℍNℕPℙQℚRℝZℤ",
        [MathAlphabet.Script] = "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ",
        [MathAlphabet.Italic] = "hℎ",
        [MathAlphabet.Fraktur] = "CℭHℌIℑRℜZℨ",
    };

    public static string Style(string text, MathAlphabet alphabet)
    {
        var styled = new StringBuilder();
        foreach (var letter in text)
        {
            // Half of a pair is a letter beyond these alphabets.
            styled.Append(char.IsSurrogate(letter) ? letter.ToString() : Style(letter, alphabet));
        }

        return styled.ToString();
    }

    private static string Style(char letter, MathAlphabet alphabet)
    {
        var pairs = Irregular.GetValueOrDefault(alphabet, "");
        if (pairs.IndexOf(letter, StringComparison.Ordinal) is var at && at >= 0)
        {
            return pairs[at + 1].ToString();
        }

        var (capitals, digits, greekCapitals, greekSmalls) = Starts(alphabet);
        var code = letter switch
        {
            >= 'A' and <= 'Z' when capitals > 0 => capitals + (letter - 'A'),
            >= 'a' and <= 'z' when capitals > 0 => capitals + 26 + (letter - 'a'),
            >= '0' and <= '9' when digits > 0 => digits + (letter - '0'),
            >= 'Α' and <= 'Ω' when greekCapitals > 0 => greekCapitals + (letter - 'Α'),
            >= 'α' and <= 'ω' when greekSmalls > 0 => greekSmalls + (letter - 'α'),
            _ => letter,
        };
        return char.ConvertFromUtf32(code);
    }

    private static (int Capitals, int Digits, int GreekCapitals, int GreekSmalls) Starts(MathAlphabet alphabet) => alphabet switch
    {
        MathAlphabet.Italic => (0x1D434, 0, 0x1D6E2, 0x1D6FC),
        MathAlphabet.Bold => (0x1D400, 0x1D7CE, 0x1D6A8, 0x1D6C2),
        MathAlphabet.Script => (0x1D49C, 0, 0, 0),
        MathAlphabet.Fraktur => (0x1D504, 0, 0, 0),
        MathAlphabet.DoubleStruck => (0x1D538, 0x1D7D8, 0, 0),
        MathAlphabet.SansSerif => (0x1D5A0, 0x1D7E2, 0, 0),
        MathAlphabet.Monospace => (0x1D670, 0x1D7F6, 0, 0),
        _ => (0, 0, 0, 0),
    };
}
