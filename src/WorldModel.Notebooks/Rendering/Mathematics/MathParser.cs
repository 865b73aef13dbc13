namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>A recursive-descent parser: rows of atoms with scripts.</summary>
internal sealed partial class MathParser(string source)
{
    // More would be read by nobody and, at some thousands, overflow the stack.
    private const int Deepest = 100;

    private readonly IReadOnlyList<MathToken> _tokens = MathLexer.Tokens(source);
    private MathAlphabet _alphabet = MathAlphabet.Italic;
    private int _at;
    private int _depth;

    public List<string> Unknown { get; } = [];

    private MathToken Current => _tokens[_at];

    public MathNode ParseAll()
    {
        // Several lines without an environment of their own are set as if they had one.
        var rows = ParseTable(token => token.Kind == MathTokenKind.End);
        return rows is [[var only]] ? only : MathTable.Build(rows, MathTable.Aligned);
    }

    private MathToken Take() => _tokens[Current.Kind == MathTokenKind.End ? _at : _at++];

    private bool IsCommand(string name) => Current.Kind == MathTokenKind.Command && Current.Text == name;

    private MathNode ParseRow(Func<MathToken, bool> ends)
    {
        var nodes = new List<MathNode>();
        while (!ends(Current))
        {
            if (Current.Kind is MathTokenKind.End)
            {
                throw new MathSyntaxException("it ends before everything that was opened is closed.");
            }

            var node = ParseScripted();
            nodes.Add(nodes.Count > 0 && nodes[^1].EndsBeforeSign ? node.AsSign() : node);
            if (node.IsFunction && Current.Kind is MathTokenKind.Letter or MathTokenKind.Number or MathTokenKind.Command && !IsCommand("left"))
            {
                nodes.Add(MathNode.Space("0.167em"));
            }
        }

        return MathNode.Row(nodes);
    }

    private MathNode ParseScripted()
    {
        var isBare = Current.Kind is MathTokenKind.Superscript or MathTokenKind.Subscript or MathTokenKind.Prime;
        var node = isBare ? new MathNode("<mrow></mrow>") : ParseAtom();
        MathNode? below = null;
        MathNode? above = null;
        while (IsScript())
        {
            switch (Take().Kind)
            {
                case MathTokenKind.Subscript:
                    below = below is null ? ParseArgument() : throw new MathSyntaxException("two subscripts follow each other.");
                    break;
                case MathTokenKind.Prime:
                    above = Join(above, MathNode.Operator("′"));
                    break;
                case MathTokenKind.Superscript:
                    above = Join(above, ParseArgument());
                    break;
            }
        }

        return Attach(node, below, above);
    }

    private bool IsScript()
    {
        while (IsCommand("limits") || IsCommand("nolimits"))
        {
            Take();
        }

        return Current.Kind is MathTokenKind.Superscript or MathTokenKind.Subscript or MathTokenKind.Prime;
    }

    private static MathNode Join(MathNode? first, MathNode second) => first is { } node ? MathNode.Row([node, second]) : second;

    private static MathNode Attach(MathNode node, MathNode? below, MathNode? above)
    {
        var (under, over) = node.TakesLimits ? ("munder", "mover") : ("msub", "msup");
        var scripted = (below, above) switch
        {
            (null, null) => node,
            ({ } sub, null) => MathNode.Element(under, node, sub),
            (null, { } sup) => MathNode.Element(over, node, sup),
            ({ } sub, { } sup) => MathNode.Element(node.TakesLimits ? "munderover" : "msubsup", node, sub, sup),
        };
        return scripted with { IsFunction = node.IsFunction };
    }

    /// <summary>What a command or a script applies to: a group in braces, or the next single thing.</summary>
    private MathNode ParseArgument()
    {
        if (Current.Kind is MathTokenKind.End or MathTokenKind.Close or MathTokenKind.Column or MathTokenKind.Row)
        {
            throw new MathSyntaxException("something is missing after a command, ^ or _.");
        }

        return ParseAtom();
    }

    private MathNode ParseAtom()
    {
        if (_depth == Deepest)
        {
            throw new MathSyntaxException($"it is nested more than {Deepest} levels deep.");
        }

        _depth++;
        var node = ParseAtom(Take());
        _depth--;
        return node;
    }

    private MathNode ParseAtom(MathToken token) => token.Kind switch
    {
        MathTokenKind.Open => ParseGroup(),
        MathTokenKind.Letter => Letter(token.Text),
        MathTokenKind.Number => MathNode.Number(MathLetters.Style(token.Text, _alphabet)),
        MathTokenKind.Symbol => MathDelimiters.Symbol(token.Text),
        MathTokenKind.Command => ParseCommand(token.Text),
        MathTokenKind.Close => throw new MathSyntaxException("a } has no { before it."),
        _ => throw new MathSyntaxException($"{token.Text} stands outside of a table."),
    };

    private MathNode ParseGroup()
    {
        var row = ParseRow(token => token.Kind == MathTokenKind.Close);
        Take();
        return row;
    }

    // A lone letter is slanted by the browser, so in plain italics it stays itself until it gets an accent.
    private MathNode Letter(string text, bool upright = false)
    {
        var isUpright = upright || _alphabet == MathAlphabet.Upright;
        var shown = _alphabet == MathAlphabet.Italic ? text : MathLetters.Style(text, _alphabet);
        var alphabet = isUpright ? MathAlphabet.Upright : _alphabet;
        return MathNode.Identifier(shown, isUpright) with { Letter = MathLetters.Style(text, alphabet) };
    }

    private MathNode Accented(string command, string sign)
    {
        var node = ParseArgument();
        if (node.Letter is { } letter)
        {
            return MathNode.Identifier(letter + (char)MathSymbols.CombiningAccents[command]);
        }

        var stretches = command.StartsWith("wide", StringComparison.Ordinal) || command.StartsWith("over", StringComparison.Ordinal);
        return MathNode.Element("mover", node, MathNode.Operator(sign, $" stretchy=\"{(stretches ? "true" : "false")}\""));
    }

    private List<List<MathNode>> ParseTable(Func<MathToken, bool> ends)
    {
        var rows = new List<List<MathNode>> { new() };
        while (true)
        {
            rows[^1].Add(ParseRow(token => ends(token) || token.Kind is MathTokenKind.Column or MathTokenKind.Row));
            if (ends(Current))
            {
                // A last line break opens no line.
                return rows is [.., [{ Xml: "<mrow></mrow>" }]] && rows.Count > 1 ? rows[..^1] : rows;
            }

            if (Take().Kind == MathTokenKind.Row)
            {
                rows.Add([]);
            }
        }
    }
}
