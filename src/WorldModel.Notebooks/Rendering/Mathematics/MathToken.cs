namespace WorldModel.Notebooks.Rendering.Mathematics;

internal enum MathTokenKind
{
    Command,
    Letter,
    Number,
    Symbol,
    Open,
    Close,
    Superscript,
    Subscript,
    Column,
    Row,
    Prime,
    End,
}

/// <summary>A piece of a formula; <paramref name="Start"/> and <paramref name="End"/> tell where it stands in the source.</summary>
internal readonly record struct MathToken(MathTokenKind Kind, string Text, int Start, int End);
