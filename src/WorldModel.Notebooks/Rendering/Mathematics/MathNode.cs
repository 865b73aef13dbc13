namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>A parsed piece of a formula as MathML, with what its neighbours have to know of it.</summary>
internal readonly record struct MathNode(string Xml)
{
    /// <summary>Whether scripts go below and above (a sum) instead of beside (a letter).</summary>
    public bool TakesLimits { get; init; }

    /// <summary>Whether it is a function's name, which keeps a distance from a bare argument.</summary>
    public bool IsFunction { get; init; }

    /// <summary>The letter that the piece consists of, which can carry an accent itself.</summary>
    public string? Letter { get; init; }

    /// <summary>Whether a minus that follows belongs to the number after it: after "=", not after "x" or ")".</summary>
    public bool EndsBeforeSign => Xml.StartsWith("<mo>", StringComparison.Ordinal) && Xml is not ("<mo>!</mo>" or "<mo>′</mo>");

    public MathNode AsSign() => Xml is "<mo>−</mo>" or "<mo>+</mo>" or "<mo>±</mo>" ? new(Xml.Replace("<mo>", "<mo form=\"prefix\">", StringComparison.Ordinal)) : this;

    public static MathNode Operator(string text, string attributes = "") => new($"<mo{attributes}>{Html.Escape(text)}</mo>");

    public static MathNode Identifier(string text, bool upright = false) =>
        new($"<mi{(upright && text.Length == 1 ? " mathvariant=\"normal\"" : "")}>{Html.Escape(text)}</mi>");

    public static MathNode Number(string text) => new($"<mn>{Html.Escape(text)}</mn>");

    /// <summary>Text in a formula, whose spaces count.</summary>
    public static MathNode Text(string text, string attributes = "") =>
        new($"<mtext{attributes}>{Html.Escape(text.Replace("\\ ", " ", StringComparison.Ordinal).Replace(' ', '\u00A0'))}</mtext>");

    public static MathNode Space(string width) => new($"<mspace width=\"{width}\"/>");

    public static MathNode Row(IReadOnlyCollection<MathNode> nodes) =>
        nodes.Count == 1 ? nodes.First() : new($"<mrow>{string.Concat(nodes.Select(node => node.Xml))}</mrow>");

    public static MathNode Element(string name, params MathNode[] children) =>
        new($"<{name}>{string.Concat(children.Select(child => child.Xml))}</{name.Split(' ')[0]}>");
}
