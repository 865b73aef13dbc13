using System.Numerics;

namespace WorldModel.Charts;

/// <summary>Triangles of one colour: all trunks, or all crowns, of a scene.</summary>
internal sealed record Body(string Name, string Color, Vector3[] Points, (int A, int B, int C)[] Faces)
{
    internal double Opacity { get; init; } = 1;

    internal bool InLegend { get; init; } = true;

    /// <summary>Whether its insides are seen.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>A name a point, for hovering; null where there is nothing to say.</summary>
    internal string[]? Texts { get; init; }
}
