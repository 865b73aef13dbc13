using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class GitHubRepositoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_addresses_are_those_of_GitHub()
    {
        var repository = GitHubRepository.Parse("octo-cat/world.model_1")!;
        Assert.Equal("https://github.com/octo-cat/world.model_1", repository.Home);
        Assert.Equal("https://codespaces.new/octo-cat/world.model_1?quickstart=1", repository.Codespace);
        Assert.Equal("https://github.com/octo-cat/world.model_1/blob/HEAD/notebooks/a%20b.ipynb", repository.File("notebooks/a b.ipynb"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("a/b/c")]
    [InlineData("a/..")]
    [InlineData("-a/b")]
    [InlineData("a/b\n")]
    [InlineData("https://github.com/a/b")]
    [InlineData("a\"><script>/b")]
    public void What_is_no_repository_is_refused_with_an_example(string text) =>
        Assert.Contains("OWNER/NAME", GitHubRepository.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void One_that_is_named_is_not_refused_and_goes_before_the_clone()
    {
        Clone("https://github.com/origin/clone.git");
        Assert.Null(GitHubRepository.Refusal("a/b"));
        Assert.Equal(new GitHubRepository("a", "b"), GitHubRepository.Known("a/b", _folder.Path));
    }

    [Theory]
    [InlineData("https://github.com/a/b.git")]
    [InlineData("https://github.com/a/b")]
    [InlineData("https://token@github.com/a/b/")]
    [InlineData("git@github.com:a/b.git")]
    [InlineData("ssh://git@github.com:22/a/b.git")]
    public void A_clone_says_where_it_comes_from(string url)
    {
        Clone(url);
        var inside = Directory.CreateDirectory(_folder.File("notebooks/solutions")).FullName;
        Assert.Equal(new GitHubRepository("a", "b"), GitClone.Around(inside)!.Origin());
    }

    [Theory]
    [InlineData("https://gitlab.com/a/b.git")]
    [InlineData("https://github.com.example.org/a/b")]
    [InlineData("/srv/git/a/b.git")]
    public void A_clone_from_elsewhere_is_not_on_GitHub(string url)
    {
        Clone(url);
        Assert.Null(GitClone.Around(_folder.Path)!.Origin());
    }

    [Fact]
    public void Another_remote_is_not_the_origin()
    {
        _folder.Write(".git/config", "[remote \"origin\"]\n\tfetch = x\n[remote \"fork\"]\n\turl = https://github.com/a/b\n");
        Assert.Null(GitClone.Around(_folder.Path)!.Origin());
    }

    [Fact]
    public void A_further_working_tree_has_the_origin_of_its_clone()
    {
        Clone("https://github.com/a/b.git", "main/.git");
        _folder.Write("main/.git/worktrees/other/commondir", "../..\n");
        _folder.Write("other/.git", $"gitdir: {_folder.File("main/.git/worktrees/other")}\n");
        Assert.Equal(new GitHubRepository("a", "b"), GitClone.Around(_folder.File("other"))!.Origin());
    }

    [Fact]
    public void Without_a_config_nothing_is_known()
    {
        _folder.Write(".git", "gitdir: nowhere");
        Assert.Null(GitClone.Around(_folder.Path)!.Origin());
    }

    private void Clone(string url, string git = ".git") =>
        _folder.Write($"{git}/config", $"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch \"main\"]\n\tremote = origin\n");
}
