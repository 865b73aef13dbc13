namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>The committed course's pages, held to what every reader needs of their markup.</summary>
public sealed class SavedSiteTests(SavedSite site) : IClassFixture<SavedSite>
{
    private static readonly string[] Headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
    private static readonly string[] Scrolling = ["source", "scroll", "formula", "rich", "stream stdout", "result"];

    [Fact]
    public void It_is_written_without_a_warning_and_has_a_page_for_each_notebook()
    {
        Assert.Empty(site.Warnings);
        Assert.Equal(SavedCourse.Results.Count + 1, site.Pages.Count());
    }

    [Fact]
    public void A_page_has_one_title_and_leaves_no_level_of_headings_out() => EachPage((name, page) =>
    {
        int[] levels = [.. page.Named(Headings).Select(heading => heading.Name[1] - '0')];
        Assert.True(levels.Count(level => level == 1) == 1, $"{name} has {levels.Count(level => level == 1)} titles");
        Assert.True(levels.Zip(levels.Skip(1)).All(pair => pair.Second <= pair.First + 1), $"{name} leaves a level out: {string.Join(' ', levels)}");
    });

    [Fact]
    public void Every_picture_is_described() => EachPage((name, page) =>
    {
        Assert.All(page.Named("img"), image => Assert.True(image["alt"] is not null, $"{name}: {image["src"]} has no alternative text"));
        // A drawing that is placed at x is a part of one that speaks for it.
        Assert.All(page.Named("svg").Where(drawing => drawing["x"] is null), drawing => Assert.True(drawing["aria-label"]?.Length > 10 || drawing["aria-hidden"] == "true", $"{name} has a drawing that says nothing"));
    });

    [Fact]
    public void A_cards_picture_says_what_it_shows()
    {
        var pictures = Markup.Read(Path.Combine(site.Folder, "index.html")).Named("img").Where(image => image["src"]!.StartsWith("pictures/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(SavedCourse.Results.Count, pictures.Length);
        Assert.All(pictures, picture => Assert.True(picture["alt"]!.Length > 20, picture["alt"]));
    }

    [Fact]
    public void Every_id_is_there_once() => EachPage((name, page) =>
    {
        var twice = page.Ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.True(!twice.Any(), $"{name} has these twice: {string.Join(", ", twice)}");
    });

    [Fact]
    public void Every_link_inside_the_site_leads_somewhere() => EachPage((name, page) =>
    {
        var addresses = page.Tags.SelectMany(tag => new[] { tag["href"], tag["src"] }).OfType<string>().Where(address => !address.Contains(':', StringComparison.Ordinal));
        foreach (var address in addresses.Distinct())
        {
            var (file, anchor) = address.Split('#') is [var path, var id] ? (path, id) : (address, null);
            var target = file.Length == 0 ? Path.Combine(site.Folder, name) : Path.Combine(site.Folder, Uri.UnescapeDataString(file));
            Assert.True(File.Exists(target), $"{name} refers to {address}, which is not there");
            Assert.True(anchor is null || Markup.Read(target).Ids.Contains(Uri.UnescapeDataString(anchor)), $"{name} refers to {address}, which has no such place");
        }
    });

    [Fact]
    public void Nothing_is_loaded_from_a_network() => EachPage((name, page) =>
    {
        Assert.All(page.Named("img", "script", "iframe", "source"), tag => Assert.False(tag["src"]?.StartsWith("http", StringComparison.Ordinal) ?? false, $"{name}: {tag["src"]}"));
        Assert.All(page.Named("link"), tag => Assert.False(tag["href"]!.StartsWith("http", StringComparison.Ordinal), $"{name}: {tag["href"]}"));
        Assert.DoesNotContain("url(http", File.ReadAllText(Path.Combine(site.Folder, "assets", "site.css")), StringComparison.Ordinal);
        Assert.DoesNotContain("@import", File.ReadAllText(Path.Combine(site.Folder, "assets", "site.css")), StringComparison.Ordinal);
    });

    [Fact]
    public void The_keyboard_reaches_whatever_may_scroll() => EachPage((name, page) =>
        Assert.All(
            page.Tags.Where(tag => Scrolling.Contains(tag["class"]) && tag.Name != "ul"),
            box => Assert.True(box["tabindex"] == "0" && box["aria-label"]?.Length > 0, $"{name}: a box of class {box["class"]} cannot be reached or has no name")));

    [Fact]
    public void Plotly_is_there_once_for_all_pages() =>
        Assert.Equal(["plotly.min.js"], Directory.GetFiles(site.Folder, "*.js", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 1_000_000).Select(file => Path.GetFileName(file)));

    private void EachPage(Action<string, Markup> check) => Assert.All(site.Pages, page => check(Path.GetFileName(page), Markup.Read(page)));
}
