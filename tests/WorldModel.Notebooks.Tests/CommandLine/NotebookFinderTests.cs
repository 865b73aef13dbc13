using WorldModel.Notebooks.CommandLine;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class NotebookFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NotebookFinderTests()
    {
        foreach (var name in new[] { "n/02-b.ipynb", "n/01-a.ipynb", "n/10-c.ipynb", "n/solutions/01-a.ipynb", "n/readme.md", "empty/x.txt" })
        {
            _folder.Write(name, "");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_means_its_own_notebooks_in_name_order() => Assert.Equal(["01-a.ipynb", "02-b.ipynb", "10-c.ipynb"], Names("n"));

    [Theory]
    [InlineData("n/0*.ipynb", 2)]
    [InlineData("n/*/01-?.ipynb", 1)]
    [InlineData("n/**/*.ipynb", 4)]
    [InlineData("*/*.ipynb", 3)]
    public void A_glob_finds_what_matches(string pattern, int count) => Assert.Equal(count, Names(pattern).Length);

    [Fact]
    public void What_is_asked_for_twice_runs_once() => Assert.Equal(["02-b.ipynb", "01-a.ipynb"], Names("n/02-b.ipynb", "n/0*.ipynb"));

    [Theory]
    [InlineData("n/gone.ipynb")]
    [InlineData("gone/*.ipynb")]
    [InlineData("n/9*.ipynb")]
    [InlineData("empty")]
    public void What_is_not_there_is_a_problem_that_names_it(string path)
    {
        var found = Assert.Single(Find(path));
        Assert.Contains(path, found.Problem, StringComparison.Ordinal);
    }

    private string[] Names(params string[] paths) => [.. Find(paths).Select(found => Path.GetFileName(found.Path))];

    private IReadOnlyList<FoundNotebook> Find(params string[] paths) => NotebookFinder.Find([.. paths.Select(_folder.File)]);
}
