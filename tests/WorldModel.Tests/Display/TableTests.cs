using System.Xml.Linq;
using WorldModel.Display;

namespace WorldModel.Tests.Display;

public sealed class TableTests
{
    [Fact]
    public void Its_html_is_well_formed_and_shows_every_cell_as_it_is()
    {
        const string Nasty = "<script>alert(\"x & y\")</script>";
        var html = XElement.Parse(new Table(["name", Nasty], [[Nasty, "1.5"], ["'", "&amp;"]]).ToHtml());
        Assert.Equal(["name", Nasty], html.Descendants("th").Select(cell => cell.Value));
        Assert.Equal([Nasty, "1.5", "'", "&amp;"], html.Descendants("td").Select(cell => cell.Value));
    }

    [Fact]
    public void Numbers_are_aligned_to_the_right_and_text_to_the_left()
    {
        Table table = new(["name", "value"], [["a", "1.5"], ["bcdef", "-20"]]);
        Assert.Equal("name   value\na        1.5\nbcdef    -20", table.ToText());
        Assert.Equal(2, table.ToHtml().Split("text-align:right").Length - 1);
    }

    [Fact]
    public void A_long_table_is_cut_and_says_so()
    {
        Table table = new(["i"], [.. Enumerable.Range(0, 100).Select(i => (IReadOnlyList<string>)[$"{i}"])]);
        Assert.Contains("75 more rows", table.ToText(), StringComparison.Ordinal);
        Assert.Contains("75 more rows", table.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain(">25<", table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_shows_its_headers() => Assert.Equal("a  b", new Table(["a", "b"], []).ToText());

    [Fact]
    public void A_ragged_row_is_named() => Assert.Contains(
        "row 2 has 1 cells, and there are 2 headers", Assert.Throws<ArgumentException>(() => new Table(["a", "b"], [["1", "2"], ["3"]])).Message, StringComparison.Ordinal);
}
