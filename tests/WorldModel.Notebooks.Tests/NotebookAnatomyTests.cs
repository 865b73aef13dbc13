using WorldModel.Notebooks.Tests.Anatomy;

namespace WorldModel.Notebooks.Tests;

/// <summary>Holds every committed notebook to the course's anatomy.</summary>
public sealed class NotebookAnatomyTests
{
    private static readonly string Notebooks = Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Notebooks, "*.ipynb").Select(file => Path.GetFileName(file)).Order()];

    [Fact]
    public void The_course_has_its_first_notebook() => Assert.Contains("01-digital-twin.ipynb", Directory.GetFiles(Notebooks).Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_has_the_anatomy_of_all(string name) =>
        None(name, NotebookAnatomy.Problems(CourseNotebook.Read(Path.Combine(Notebooks, name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_has_solutions_that_prove_themselves(string name)
    {
        var path = Path.Combine(Notebooks, "solutions", name);
        Assert.True(File.Exists(path), $"notebooks/solutions has no {name}: every notebook's exercises are solved there");
        None($"solutions/{name}", NotebookAnatomy.SolutionProblems(CourseNotebook.Read(path)));
    }

    private static void None(string name, IReadOnlyList<string> problems) =>
        Assert.True(problems.Count == 0, $"notebooks/{name}:\n  {string.Join("\n  ", problems)}");
}
