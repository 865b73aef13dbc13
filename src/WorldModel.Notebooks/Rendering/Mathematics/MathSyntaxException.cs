namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>A formula is broken: a brace or a delimiter lacks its partner.</summary>
internal sealed class MathSyntaxException(string message) : Exception(message);
