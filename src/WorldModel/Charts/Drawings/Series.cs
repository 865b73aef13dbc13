namespace WorldModel.Charts;

/// <summary>Points that belong together; a value that is not finite is a gap.</summary>
internal sealed record Series(string Name, double[] X, double[] Y)
{
    /// <summary>Third coordinate, null for a flat drawing.</summary>
    internal double[]? Z { get; init; }

    internal Mark Mark { get; init; } = Mark.Line;

    internal required string Color { get; init; }

    /// <summary>Width of a line or size of a marker [px].</summary>
    internal double Width { get; init; } = 2;

    internal bool IsDashed { get; init; }

    internal double Opacity { get; init; } = 1;

    internal bool InLegend { get; init; } = true;

    /// <summary>Series of one group appear and disappear together.</summary>
    internal string? Group { get; init; }

    /// <summary>Whiskers along x, as long as the points.</summary>
    internal (double[] Low, double[] High)? Whiskers { get; init; }

    /// <summary>All that an x axis has to have room for: the points and their whiskers.</summary>
    internal IEnumerable<double> ReachX => Whiskers is { } whiskers ? [.. X, .. whiskers.Low, .. whiskers.High] : X;

    /// <summary>A text a point, shown on hovering, or in the drawing for <see cref="Mark.Labels"/>.</summary>
    internal string[]? Texts { get; init; }

    /// <summary>Width of a bar in the unit of x.</summary>
    internal double BarWidth { get; init; }

    /// <summary>How many points have all their coordinates.</summary>
    internal int Count => Enumerable.Range(0, X.Length).Count(Has) / (Mark == Mark.Area ? 2 : 1); // which goes along its upper edge and back along its lower one

    internal bool Has(int point) => double.IsFinite(X[point]) && double.IsFinite(Y[point]) && (Z is null || double.IsFinite(Z[point]));
}
