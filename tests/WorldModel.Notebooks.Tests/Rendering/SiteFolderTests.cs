using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class SiteFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_published_site_replaces_the_old_one_as_a_whole()
    {
        Publish("old.html");
        Publish("new.html");
        Assert.False(File.Exists(_folder.File("site/old.html")));
        Assert.True(File.Exists(_folder.File("site/new.html")));
        Assert.Single(Directory.GetDirectories(_folder.Path));
    }

    [Fact]
    public void A_site_that_is_not_published_leaves_the_old_one_and_no_trace()
    {
        Publish("old.html");
        using (var unfinished = new SiteFolder(_folder.File("site")))
        {
            File.WriteAllText(Path.Combine(unfinished.Workspace, "half.html"), "");
        }

        Assert.True(File.Exists(_folder.File("site/old.html")));
        Assert.Single(Directory.GetDirectories(_folder.Path));
    }

    [Fact]
    public void A_folder_of_somebody_else_is_refused_and_an_empty_or_own_one_is_not()
    {
        _folder.Write("theirs/thesis.txt", "years of work");
        Directory.CreateDirectory(_folder.File("empty"));
        Publish("index.html");
        Assert.Contains("theirs", SiteFolder.Refusal(_folder.File("theirs")), StringComparison.Ordinal);
        Assert.NotNull(SiteFolder.Refusal(_folder.File("theirs/thesis.txt")));
        Assert.Null(SiteFolder.Refusal(_folder.File("empty")));
        Assert.Null(SiteFolder.Refusal(_folder.File("site")));
        Assert.Null(SiteFolder.Refusal(_folder.File("nowhere")));
    }

    private void Publish(string page)
    {
        using var site = new SiteFolder(_folder.File("site"));
        File.WriteAllText(Path.Combine(site.Workspace, page), "");
        site.Publish();
    }
}
