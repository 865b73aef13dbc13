namespace WorldModel.Charts;

/// <summary>All that a chart shows, before it is written for Plotly or as a picture.</summary>
/// <param name="Kind">What sort of chart, for the reader: <c>learning curve</c>.</param>
/// <param name="Title">Its title.</param>
internal sealed record Drawing(string Kind, string Title)
{
    internal required Axis X { get; init; }

    internal required Axis Y { get; init; }

    /// <summary>Third axis, null for a flat drawing.</summary>
    internal Axis? Z { get; init; }

    internal IReadOnlyList<Series> Series { get; init; } = [];

    internal IReadOnlyList<Body> Bodies { get; init; } = [];

    internal Motion? Motion { get; init; }

    /// <summary>Whether one unit is as long on all axes.</summary>
    internal bool HasTrueProportions { get; init; }

    /// <summary>Height [px].</summary>
    internal int Height { get; init; } = Theme.Height;

    /// <summary>What is in it, for those who do not see it: one phrase a thing.</summary>
    internal required IReadOnlyList<string> Contents { get; init; }
}
