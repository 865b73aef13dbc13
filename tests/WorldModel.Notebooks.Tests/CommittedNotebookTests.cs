using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Tests;

/// <summary>Every committed notebook follows the course's rules, and its outputs are those of its cells.</summary>
public sealed class CommittedNotebookTests
{
    private static readonly string Notebooks = Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Notebooks, "*.ipynb", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Notebooks, file)).Order()];

    [Fact]
    public void The_course_has_its_first_notebook() => Assert.Contains("01-digital-twin.ipynb", Directory.GetFiles(Notebooks).Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_notebook_is_verified(string name)
    {
        var findings = NotebookVerifier.Verify(NotebookReader.Read(Path.Combine(Notebooks, name)));
        Assert.True(findings.Count == 0, $"notebooks/{name}:\n  {string.Join("\n  ", findings.Select(finding => finding.Text))}\n{Advice.RunAgain($"notebooks/{name}")}");
    }
}
