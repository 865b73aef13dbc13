namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>The commands: <c>\frac</c>, <c>\text</c>, <c>\left</c>, <c>\begin</c> and the rest.</summary>
internal sealed partial class MathParser
{
    private MathNode ParseCommand(string name)
    {
        if (MathSymbols.Letters.TryGetValue(name, out var letter))
        {
            return Letter(letter, upright: char.IsUpper(letter[0]) || name is "infty" or "partial" or "nabla");
        }

        if (MathSymbols.Accents.TryGetValue(name, out var sign))
        {
            return Accented(name, sign);
        }

        return ParseName(name) ?? ParseStructure(name) ?? ReportUnknown(name);
    }

    private static MathNode? ParseName(string name)
    {
        if (MathSymbols.Operators.TryGetValue(name, out var symbol))
        {
            return MathDelimiters.Symbol(symbol);
        }

        if (MathSymbols.Large.TryGetValue(name, out var large))
        {
            return MathNode.Operator(large) with { TakesLimits = !name.EndsWith("int", StringComparison.Ordinal) };
        }

        if (MathSymbols.LimitFunctions.Contains(name))
        {
            var words = name.StartsWith("arg", StringComparison.Ordinal) ? "arg\u2009" + name[3..] : name;
            return MathNode.Operator(words, " movablelimits=\"true\" lspace=\"0\" rspace=\"0\"") with { TakesLimits = true, IsFunction = true };
        }

        return MathSymbols.Functions.Contains(name) ? MathNode.Identifier(name) with { IsFunction = true }
            : MathSymbols.Spaces.TryGetValue(name, out var width) ? MathNode.Space(width)
            : name is "{" or "}" or "|" or "%" or "$" or "&" or "#" or "_" ? MathDelimiters.Symbol(name == "|" ? "‖" : name)
            : null;
    }

    private MathNode? ParseStructure(string name) => name switch
    {
        "frac" or "tfrac" => MathNode.Element("mfrac", ParseArgument(), ParseArgument()),
        "dfrac" => MathNode.Element("mstyle displaystyle=\"true\"", MathNode.Element("mfrac", ParseArgument(), ParseArgument())),
        "binom" => MathDelimiters.Fenced("(", MathNode.Element("mfrac linethickness=\"0\"", ParseArgument(), ParseArgument()), ")"),
        "sqrt" => ParseRoot(),
        "left" => ParseFenced(),
        "begin" => ParseEnvironment(),
        "text" or "textrm" or "mbox" or "textnormal" => MathNode.Text(RawGroup()),
        "textbf" => MathNode.Text(RawGroup(), " style=\"font-weight:bold\""),
        "textit" or "emph" => MathNode.Text(RawGroup(), " style=\"font-style:italic\""),
        "texttt" => MathNode.Text(RawGroup(), " style=\"font-family:monospace\""),
        "operatorname" => MathNode.Identifier(RawGroup().Replace("\\,", "\u2009", StringComparison.Ordinal), upright: true) with { IsFunction = true },
        "underbrace" => MathNode.Element("munder", ParseArgument(), MathNode.Operator("⏟", " stretchy=\"true\"")) with { TakesLimits = true },
        "overbrace" => MathNode.Element("mover", ParseArgument(), MathNode.Operator("⏞", " stretchy=\"true\"")) with { TakesLimits = true },
        "underline" => MathNode.Element("munder", ParseArgument(), MathNode.Operator("_", " stretchy=\"true\"")),
        "overset" or "stackrel" => Swapped("mover"),
        "underset" => Swapped("munder"),
        "boxed" => MathNode.Element("mrow style=\"border:1px solid;padding:.3em\"", ParseArgument()),
        "phantom" => MathNode.Element("mphantom", ParseArgument()),
        "displaystyle" or "textstyle" or "scriptstyle" or "nonumber" or "notag" or "middle" => new MathNode(""),
        "big" or "Big" or "bigg" or "Bigg" or "bigl" or "bigr" or "Bigl" or "Bigr" or "biggl" or "biggr" => MathDelimiters.Sized(name, TakeDelimiter()),
        "not" => MathNode.Operator(Take().Text switch { "=" => "≠", "in" => "∉", "equiv" => "≢", "<" => "≮", ">" => "≯", var other => other + "\u0338" }),
        _ => MathSymbols.Alphabets.TryGetValue(name, out var alphabet) ? ParseStyled(alphabet) : null,
    };

    private MathNode ReportUnknown(string name)
    {
        Unknown.Add(name);
        return MathNode.Text("\\" + name, " class=\"unknown-math\"");
    }

    private MathNode Swapped(string element)
    {
        var script = ParseArgument();
        return MathNode.Element(element, ParseArgument(), script);
    }

    private MathNode ParseRoot()
    {
        if (Current is not { Kind: MathTokenKind.Symbol, Text: "[" })
        {
            return MathNode.Element("msqrt", ParseArgument());
        }

        Take();
        var degree = ParseRow(token => token is { Kind: MathTokenKind.Symbol, Text: "]" });
        Take();
        return MathNode.Element("mroot", ParseArgument(), degree);
    }

    private MathNode ParseStyled(MathAlphabet alphabet)
    {
        if (alphabet == MathAlphabet.Upright && PeekRawGroup() is { Length: > 1 } word && word.All(char.IsLetterOrDigit))
        {
            return MathNode.Identifier(RawGroup());
        }

        var outer = _alphabet;
        _alphabet = alphabet;
        var styled = ParseArgument();
        _alphabet = outer;
        return styled;
    }

    private MathNode ParseFenced()
    {
        var open = TakeDelimiter();
        var body = ParseRow(token => token is { Kind: MathTokenKind.Command, Text: "right" });
        Take();
        return MathDelimiters.Fenced(open, body, TakeDelimiter());
    }

    private string TakeDelimiter()
    {
        var token = Take();
        return token switch
        {
            { Kind: MathTokenKind.Symbol, Text: "." } => "",
            { Kind: MathTokenKind.Symbol } => token.Text,
            { Kind: MathTokenKind.Command, Text: "|" } => "‖",
            { Kind: MathTokenKind.Command, Text: "{" or "}" } => token.Text,
            { Kind: MathTokenKind.Command } when MathSymbols.Operators.TryGetValue(token.Text, out var symbol) => symbol,
            _ => throw new MathSyntaxException("a delimiter is missing after \\left, \\right or \\big."),
        };
    }

    private MathNode ParseEnvironment()
    {
        var name = RawGroup().TrimEnd('*');
        var columns = name == "array" ? RawGroup() : MathTable.ColumnsOf(name);
        if (columns is null)
        {
            Unknown.Add($"begin{{{name}}}");
        }

        var rows = ParseTable(token => token is { Kind: MathTokenKind.Command, Text: "end" });
        Take();
        RawGroup();
        return MathTable.Environment(name, rows, columns ?? "c");
    }

    private string? PeekRawGroup()
    {
        var start = _at;
        try
        {
            return Current.Kind == MathTokenKind.Open ? RawGroup() : null;
        }
        finally
        {
            _at = start;
        }
    }

    /// <summary>The text between the next braces, as it was written.</summary>
    private string RawGroup()
    {
        if (Current.Kind != MathTokenKind.Open)
        {
            throw new MathSyntaxException("a { is missing after a command.");
        }

        var start = Take().End;
        for (var depth = 1; depth > 0; Take())
        {
            depth += Current.Kind switch { MathTokenKind.Open => 1, MathTokenKind.Close => -1, MathTokenKind.End => throw new MathSyntaxException("a } is missing."), _ => 0 };
        }

        return source[start.._tokens[_at - 1].Start];
    }
}
