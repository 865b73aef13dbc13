using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Tests.Reporting;

public sealed class JUnitReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_is_a_suite_and_a_code_cell_a_case()
    {
        var suite = Assert.Single(Written(Run("01-fall", cell => [new StreamOutput("stdout", $"cell {cell.Number}"), new StreamOutput("stderr", "hm")])).Elements("testsuite"));
        Assert.Equal(["01-fall", "3", "0", "0", "0", "7.000"], Attributes(suite, "name", "tests", "failures", "errors", "skipped", "time"));
        var one = suite.Elements("testcase").First();
        Assert.Equal(["cell 2 (setup)", "01-fall", "2.000"], Attributes(one, "name", "classname", "time"));
        Assert.Equal(["cell 2", "hm"], [one.Element("system-out")!.Value, one.Element("system-err")!.Value]);
    }

    [Fact]
    public void A_failed_cell_has_message_and_traceback_and_what_follows_was_skipped()
    {
        var failed = Run("a", cell => cell.Number == 3 ? [Results.Error("x < 3 & \"y\"")] : []);
        var suite = Written(failed with { Cells = [.. failed.Cells.Take(2)] }).Element("testsuite")!;
        Assert.Equal(["1", "0", "1"], Attributes(suite, "failures", "errors", "skipped"));
        var failure = suite.Elements("testcase").ElementAt(1).Element("failure")!;
        Assert.Equal(["x < 3 & \"y\"", "Failure"], Attributes(failure, "message", "type"));
        Assert.Equal("Failure: x < 3 & \"y\"\n   at cell", failure.Value);
        Assert.Equal("a cell before it failed", suite.Elements("testcase").Last().Element("skipped")!.Attribute("message")!.Value);
    }

    [Fact]
    public void What_was_left_out_is_skipped_and_says_so()
    {
        var run = Run("a", _ => []);
        var suite = Written(run with { Cells = [.. run.Cells.Take(2)], LeftOut = [4] }).Element("testsuite")!;
        Assert.Equal("left out by --filter", suite.Elements("testcase").Last().Element("skipped")!.Attribute("message")!.Value);
    }

    [Fact]
    public void A_notebook_that_could_not_be_read_is_an_error()
    {
        var suite = Written(new NotebookResult("b.ipynb", null, []) { Problem = "no JSON" }).Element("testsuite")!;
        Assert.Equal(["1", "0", "1"], Attributes(suite, "tests", "failures", "errors"));
        Assert.Equal("no JSON", suite.Element("testcase")!.Element("error")!.Attribute("message")!.Value);
    }

    [Fact]
    public void An_announced_exception_is_no_failure() =>
        Assert.Empty(Written(Results.Of(_folder, "r.ipynb", NotebookJson.Empty.Code("throw", CellTags.RaisesException), _ => [Results.Error("yes")])).Descendants("failure"));

    [Fact]
    public void It_is_XML_whatever_a_cell_prints() => Gen.Char.Array[0, 40].Select(letters => new string(letters)).Sample(
        text => Written(Run("x", _ => [new StreamOutput("stdout", text), Results.Error(text)])).Descendants("failure").Any(),
        iter: 200,
        threads: 1);

    [Fact]
    public void Controls_and_halves_of_letters_are_replaced()
    {
        Assert.Equal("a\uFFFDb\uFFFD😀\tc\uFFFD", XmlText.Clean("a\u0000b\ud800😀\tc\uFFFE"));
    }

    [Fact]
    public void A_megabyte_of_text_is_cut()
    {
        var text = Written(Run("x", _ => [new StreamOutput("stdout", new string('x', 1 << 20))])).Descendants("system-out").First().Value;
        Assert.InRange(text.Length, 10_000, 10_100);
        Assert.EndsWith("… cut: 1048576 characters were printed.", text, StringComparison.Ordinal);
    }

    private NotebookResult Run(string name, Func<Cell, Output[]> outputs) =>
        Results.Of(_folder, $"{name}.ipynb", NotebookJson.Empty.Markdown("# A").Code("1", "setup").Code("2").Code("3", "check"), outputs);

    private XElement Written(params NotebookResult[] results)
    {
        JUnitReport.Write(_folder.File("reports/junit.xml"), results);
        Assert.Single(Directory.GetFiles(_folder.File("reports")));
        return XDocument.Parse(File.ReadAllText(_folder.File("reports/junit.xml"), Encoding.UTF8)).Element("testsuites")!;
    }

    private static string[] Attributes(XElement element, params string[] names) => [.. names.Select(name => string.Format(CultureInfo.InvariantCulture, "{0}", element.Attribute(name)?.Value))];
}
