namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>Symbols and the brackets around things.</summary>
internal static class MathDelimiters
{
    public static MathNode Symbol(string text) => text switch
    {
        // Outside of \left and \right a bracket keeps the size of a letter.
        "(" or ")" or "[" or "]" or "{" or "}" or "⟨" or "⟩" or "⌊" or "⌋" or "⌈" or "⌉" => MathNode.Operator(text, " stretchy=\"false\""),
        "|" or "‖" => MathNode.Operator(text, " stretchy=\"false\" lspace=\"0\" rspace=\"0\""),
        "-" => MathNode.Operator("−"),
        "*" => MathNode.Operator("∗"),
        "~" => MathNode.Space("0.25em"),
        "," or ";" => MathNode.Operator(text, " separator=\"true\""),
        _ => MathNode.Operator(text),
    };

    public static MathNode Fenced(string open, MathNode body, string close) => MathNode.Row([Fence(open, "prefix"), body, Fence(close, "postfix")]);

    public static MathNode Sized(string command, string text)
    {
        var size = command.TrimEnd('l', 'r') switch { "big" => "1.2em", "Big" => "1.8em", "bigg" => "2.4em", _ => "3em" };
        return MathNode.Operator(text, $" stretchy=\"true\" symmetric=\"true\" minsize=\"{size}\" maxsize=\"{size}\"");
    }

    private static MathNode Fence(string text, string form) =>
        text.Length == 0 ? new MathNode("") : MathNode.Operator(text, $" fence=\"true\" stretchy=\"true\" form=\"{form}\"");
}
