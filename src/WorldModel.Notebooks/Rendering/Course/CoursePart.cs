namespace WorldModel.Notebooks.Rendering.Course;

/// <summary>A part of the course: the notebooks with numbers from <paramref name="First"/> to <paramref name="Last"/>.</summary>
internal sealed record CoursePart(int First, int Last, string Numeral, string Title)
{
    /// <summary>Its stations on the way from a twin to planning.</summary>
    public required IReadOnlyList<string> Stations { get; init; }

    public required string Gist { get; init; }

    public string Name => $"Part {Numeral}";
}
