namespace WorldModel.Notebooks.Tests.Anatomy;

/// <summary>A small notebook that breaks no rule, to be broken one rule at a time.</summary>
internal static class SampleNotebook
{
    private const string Chart = "ErrorGrowthChart.Draw(\"error\", errors)";
    private const string Check = "Check.That(\"it is so\",\n    error < 1,\n    [(\"error\", error)]);";
    private const string Try = "var answer = 1;\nExercise.Try(\"two\", answer == 2, \"one more\");";

    public static CourseNotebook Good { get; } = new(".net-csharp", 1000, Numbered(
    [
        Prose("title", "# A question"),
        Code("setup", SetupRules.Of("../")),
        Prose("world", "## A world"),
        Code("world", "var world = 1;\nSceneChart.Draw(\"a place\", world)", "a place", "text/html", "text/plain"),
        .. Round(),
        .. Round(),
        .. Round(),
        Prose("break", "## Break it"),
        Code("break", "var far = 9;"),
        Prose("exercise", "One"), Code("exercise", Try),
        Prose("exercise", "Two"), Code("exercise", Try),
        Prose("exercise", "Three"), Code("exercise", Try),
        Prose("next", "- it holds\n- it fails"),
    ]));

    public static CourseNotebook GoodSolutions { get; } = new(".net-csharp", 1000, Numbered(
    [
        Prose("title", "# Solutions"),
        Code("setup", SetupRules.Of("../../")),
        Code("exercise", Check), Code("exercise", Check), Code("exercise", Check),
    ]));

    public static CourseCell Prose(string tag, string source) => new() { Number = 0, IsCode = false, Tag = tag, Source = source };

    public static CourseCell Code(string tag, string source, string said = "", params string[] outputs) =>
        new() { Number = 0, IsCode = true, Tag = tag, Source = source, Said = said, OutputKinds = outputs, IsExecuted = true };

    /// <summary>The same notebook with its first cell of a part changed.</summary>
    public static CourseNotebook With(this CourseNotebook notebook, string part, Func<CourseCell, CourseCell> change)
    {
        var first = notebook.Part(part).First();
        return notebook with { Cells = [.. notebook.Cells.Select(cell => cell == first ? change(cell) : cell)] };
    }

    /// <summary>The same notebook without its first cell of a part.</summary>
    public static CourseNotebook Without(this CourseNotebook notebook, string part)
    {
        var first = notebook.Part(part).First();
        return notebook with { Cells = Numbered(notebook.Cells.Where(cell => cell != first)) };
    }

    public static IReadOnlyList<CourseCell> Numbered(IEnumerable<CourseCell> cells) =>
        [.. cells.Select((cell, index) => cell with { Number = index + 1, Id = $"cell-{index + 1}" })];

    private static CourseCell[] Round() =>
    [
        Prose("predict", "What do you expect?"),
        Prose("idea", "It grows.\n\n$$e = t^2$$"),
        Code("code", "var error = 0.4837;\nConsole.WriteLine(error);", "0.4837\n", "stdout"),
        Code("chart", Chart, "error growth", "text/html", "text/plain"),
        Prose("reading", "The error is 0.48 m."),
        Code("check", Check, "✓ it is so", "stdout"),
    ];
}
