using WorldModel.Benchmarks.Course;

namespace WorldModel.Tests.Benchmarks;

public sealed class SummaryTableTests
{
    private static readonly string[] Printed =
    [
        "2 notebooks to run.",
        "04-learned-dynamics passed in 12.3 s",
        "",
        "notebook             cells  checks  seconds  memory  result",
        "01-digital-twin      14/14       6    3.1 s  310 MB  passed",
        "04-learned-dynamics   9/12       5   12.3 s  402 MB  failed in cell 17",
        "05-broken                              0.0 s          failed",
        "total                23/26      11   15.4 s  402 MB",
        "",
        "Site: artifacts/site/index.html",
        "1 notebooks passed, 2 failed",
    ];

    [Fact]
    public void Rows_keep_the_runners_own_words()
    {
        var rows = SummaryTable.Parse(Printed);
        Assert.Equal(new("01-digital-twin", "3.1 s", "310 MB", "passed"), rows[0]);
        Assert.Equal(new("04-learned-dynamics", "12.3 s", "402 MB", "failed in cell 17"), rows[1]);
        Assert.Equal(new("total", "15.4 s", "402 MB", ""), rows[3]);
    }

    [Fact]
    public void A_notebook_that_could_not_be_read_has_no_numbers() =>
        Assert.Equal(new("05-broken", "", "", "0.0 s, failed"), SummaryTable.Parse(Printed)[2]);

    [Fact]
    public void Without_a_table_it_says_so() =>
        Assert.Throws<FormatException>(() => SummaryTable.Parse(["error CS1002: ; expected"]));
}
