namespace WorldModel.Charts;

/// <summary>One axis of a drawing.</summary>
/// <param name="Title">What it shows, with its unit, as <see cref="Channel.Label"/> writes it.</param>
internal sealed record Axis(string Title)
{
    internal bool IsLog { get; init; }

    /// <summary>What it shows at least; null for all of the data.</summary>
    internal (double Low, double High)? Range { get; init; }

    /// <summary>Names at 0, 1, 2, … from the top down, instead of numbers.</summary>
    internal string[]? Categories { get; init; }

    /// <summary>The unit in the title's brackets, "" when there is none.</summary>
    internal string Unit => Title.EndsWith(']') && Title.LastIndexOf('[') is var start and >= 0 ? Title[(start + 1)..^1] : "";

    /// <summary>The title without its unit.</summary>
    internal string Name => Unit.Length == 0 ? Title : Title[..Title.LastIndexOf('[')].TrimEnd();
}
