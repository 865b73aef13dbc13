namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>Cuts a formula into tokens; spaces and comments mean nothing in it.</summary>
internal static class MathLexer
{
    public static IReadOnlyList<MathToken> Tokens(string source)
    {
        var tokens = new List<MathToken>();
        for (var at = 0; at < source.Length;)
        {
            var token = Next(source, at);
            at = token.End;
            if (token.Text.Length > 0)
            {
                tokens.Add(token);
            }
        }

        tokens.Add(new MathToken(MathTokenKind.End, "", source.Length, source.Length));
        return tokens;
    }

    private static MathToken Next(string source, int at) => source[at] switch
    {
        var space when char.IsWhiteSpace(space) => new MathToken(MathTokenKind.Symbol, "", at, at + 1),
        '%' => new MathToken(MathTokenKind.Symbol, "", at, Scan(source, at, letter => letter != '\n')),
        '\\' => Command(source, at),
        '{' => One(MathTokenKind.Open, source, at),
        '}' => One(MathTokenKind.Close, source, at),
        '^' => One(MathTokenKind.Superscript, source, at),
        '_' => One(MathTokenKind.Subscript, source, at),
        '&' => One(MathTokenKind.Column, source, at),
        '\'' => One(MathTokenKind.Prime, source, at),
        var digit when char.IsAsciiDigit(digit) => Number(source, at),
        var letter when char.IsLetter(letter) => One(MathTokenKind.Letter, source, at),
        var high when char.IsHighSurrogate(high) && at + 1 < source.Length => new MathToken(MathTokenKind.Letter, source.Substring(at, 2), at, at + 2),
        _ => One(MathTokenKind.Symbol, source, at),
    };

    private static MathToken One(MathTokenKind kind, string source, int at) => new(kind, source[at].ToString(), at, at + 1);

    private static MathToken Command(string source, int at)
    {
        var end = Scan(source, at + 1, char.IsAsciiLetter);
        end = end == at + 1 ? Math.Min(at + 2, source.Length) : end;
        var name = source[(at + 1)..end];
        return name switch
        {
            "\\" => new MathToken(MathTokenKind.Row, "\\\\", at, end),
            "" => new MathToken(MathTokenKind.Command, "backslash", at, end),
            _ => new MathToken(MathTokenKind.Command, string.IsNullOrWhiteSpace(name) ? "space" : name, at, end),
        };
    }

    private static MathToken Number(string source, int at)
    {
        var end = Scan(source, at, char.IsAsciiDigit);
        if (end + 1 < source.Length && source[end] == '.' && char.IsAsciiDigit(source[end + 1]))
        {
            end = Scan(source, end + 1, char.IsAsciiDigit);
        }

        return new MathToken(MathTokenKind.Number, source[at..end], at, end);
    }

    private static int Scan(string source, int at, Func<char, bool> belongs)
    {
        while (at < source.Length && belongs(source[at]))
        {
            at++;
        }

        return at;
    }
}
