using WorldModel.Benchmarks.Reporting;

namespace WorldModel.Tests.Benchmarks;

public sealed class GridTests
{
    private static readonly Grid Grid = new(["work", "time"], [["a|b <c>", "1.5 ms"], ["long name", "20 µs"]]);

    [Fact]
    public void Text_aligns_words_left_and_numbers_right() =>
        Assert.Equal("work         time\na|b <c>    1.5 ms\nlong name   20 µs", Grid.ToText());

    [Fact]
    public void Markdown_keeps_a_bar_within_its_cell() =>
        Assert.Equal("| work | time |\n| --- | ---: |\n| a\\|b <c> | 1.5 ms |\n| long name | 20 µs |", Grid.ToMarkdown());

    [Fact]
    public void Html_shows_angle_brackets_as_text()
    {
        Assert.Contains("<td>a|b &lt;c&gt;</td>", Grid.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">work</th>", Grid.ToHtml(), StringComparison.Ordinal);
    }
}
