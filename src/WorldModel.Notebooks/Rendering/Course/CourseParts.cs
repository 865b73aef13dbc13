namespace WorldModel.Notebooks.Rendering.Course;

/// <summary>The course's way, as its notebooks are numbered; the numbers leave room for notebooks to come.</summary>
internal static class CourseParts
{
    public static IReadOnlyList<CoursePart> All { get; } =
    [
        new(1, 3, "I", "Replicate") { Stations = ["Twin"], Gist = "A digital twin mirrors what its sensors saw." },
        new(4, 7, "II", "Learn the dynamics") { Stations = ["Learned dynamics"], Gist = "A network learns from readings how things move, one step at a time." },
        new(8, 12, "III", "Predict") { Stations = ["Multi-step prediction", "Planning"], Gist = "Step upon step: how far ahead a forecast holds, so that one can act on it." },
    ];

    /// <summary>The part that a notebook's number puts it in; null for one without a number of the course.</summary>
    public static CoursePart? Of(int? number) => All.FirstOrDefault(part => number >= part.First && number <= part.Last);
}
