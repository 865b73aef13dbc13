using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Rendering.Prose;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class MarkdownRendererTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];
    private readonly MarkdownRenderer _renderer;

    public MarkdownRendererTests() => _renderer = new MarkdownRenderer(new PageContext(_folder.File("notebooks/01-a.ipynb"), _folder.File("site"))
    {
        Pages = new Dictionary<string, string> { [_folder.File("notebooks/02-b.ipynb")] = "02-b.html" },
        Warn = _warnings.Add,
    });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_scrolls_in_its_own_box()
    {
        var html = Render("| a | b |\n|---|--:|\n| 1 | 2 |");
        Assert.Contains("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n<table>", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: right;\">2</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speed $v$", "<math><mi>v</mi></math>")]
    [InlineData("$$v$$", "<math display=\"block\"><mi>v</mi></math>")]
    [InlineData("$$\nv\n$$", "<math display=\"block\"><mi>v</mi></math>")]
    [InlineData("$$ v $$", "<math display=\"block\"><mi>v</mi></math>")]
    [InlineData("$$ v\n+ w $$", "<math display=\"block\"><mrow><mi>v</mi><mo>+</mo><mi>w</mi></mrow></math>")]
    public void Mathematics_is_MathML(string markdown, string expected) => Assert.Contains(expected, Render(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("`$$ a $$`")]
    [InlineData("```\n$$ a $$\n```")]
    public void Code_that_looks_like_a_formula_stays_code(string markdown) => Assert.Contains("$$ a $$", Render(markdown), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_formula_command_is_reported_with_file_and_cell()
    {
        Render(@"$\wobble$", number: 6);
        Assert.Contains("01-a.ipynb cell 6", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_another_notebook_leads_to_its_page() =>
        Assert.Contains("href=\"02-b.html#idea\"", Render("[next](02-b.ipynb#idea)"), StringComparison.Ordinal);

    [Fact]
    public void A_file_below_the_notebook_comes_along()
    {
        _folder.Write("notebooks/data/galileo 1.csv", "h,d");
        Assert.Contains("href=\"files/data/galileo%201.csv\"", Render("[data](<data/galileo 1.csv>)"), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("site/files/data/galileo 1.csv")));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_left_out_and_reported()
    {
        var html = Render("see [that *thing*](gone.csv)");
        Assert.Contains("see that <em>thing</em>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.Contains("gone.csv", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_outside_is_never_copied()
    {
        _folder.Write("secret.txt", "s");
        Assert.DoesNotContain("<a", Render("[x](../secret.txt)"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("site")));
    }

    [Fact]
    public void Addresses_of_the_web_and_of_this_page_stay() =>
        Assert.Contains("href=\"#cell-2\">b", Render("[a](https://example.org/x?y=1) [b](#cell-2)"), StringComparison.Ordinal);

    [Fact]
    public void Headings_stay_in_order_across_cells()
    {
        var html = Render("# Title") + Render("### Deep") + Render("# Again") + Render("## Deep");
        Assert.Equal(["h1 id=\"title\"", "h2 id=\"deep\"", "h2 id=\"again\"", "h2 id=\"deep-2\""], html.Split('<').Where(tag => tag.StartsWith('h')).Select(tag => tag.Split('>')[0]));
    }

    [Fact]
    public void Csharp_in_prose_is_coloured() => Assert.Contains("t-keyword", Render("```csharp\nvar x = 1;\n```"), StringComparison.Ordinal);

    [Fact]
    public void An_opening_has_a_title_and_the_first_text_after_it()
    {
        var (title, question) = MarkdownRenderer.Opening("# A *good* `twin`\n\nDoes $x$ fall\nalike?\n\nMore.");
        Assert.Equal("A good twin", title);
        Assert.Equal("Does x fall alike?", question);
    }

    private string Render(string markdown, int number = 1) => _renderer.ToHtml(new Cell(number, CellKind.Markdown, markdown));
}
