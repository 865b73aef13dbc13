using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Cache;

public sealed class RunKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_cells_do_not_count()
    {
        var key = Key(NotebookJson.Empty.Markdown("# A").Code("1", "setup").Code("2"));
        Assert.Equal(key, Key(NotebookJson.Empty.Code("1", "code").Markdown("# B").Markdown("more").Code("2")));
    }

    [Fact]
    public void Code_its_order_its_borders_and_an_announced_exception_count()
    {
        var keys = new[]
        {
            Key(NotebookJson.Empty.Code("1").Code("2")),
            Key(NotebookJson.Empty.Code("2").Code("1")),
            Key(NotebookJson.Empty.Code("12")),
            Key(NotebookJson.Empty.Code("1").Code("2").Code("3")),
            Key(NotebookJson.Empty.Code("1").Code("2", CellTags.RaisesException)),
        };
        Assert.Distinct(keys);
    }

    [Theory]
    [InlineData("a.csv", "File.ReadAllText(\"a.csv\")")]
    [InlineData("data/b.csv", "Csv.Read(Path.Combine(\"data\", \"b.csv\"))")]
    [InlineData("../data/c.csv", "Csv.Read(\"../data/c.csv\")")]
    [InlineData("deep/er/d.csv", "Csv.Read(\"deep/er/d.csv\")")]
    [InlineData("more.csx", "#load \"more.csx\"")]
    [InlineData("lib/Some.dll", "#r \"lib/Some.dll\"")]
    [InlineData("lib/Some.deps.json", "#r \"lib/Some.dll\"")]
    public void A_file_that_the_code_stands_on_counts_by_its_content(string file, string code)
    {
        var before = Key(NotebookJson.Empty.Code(code));
        _folder.Write($"notebooks/{file}", "one");
        var first = Key(NotebookJson.Empty.Code(code));
        _folder.Write($"notebooks/{file}", "two, which is longer");
        var second = Key(NotebookJson.Empty.Code(code));
        Assert.Distinct([before, first, second]);
        _folder.Write($"notebooks/{file}", "one");
        Assert.Equal(first, Key(NotebookJson.Empty.Code(code)));
    }

    [Fact]
    public void A_file_that_no_code_mentions_does_not_count()
    {
        var key = Key(NotebookJson.Empty.Code("1").Markdown("see other.csv"));
        _folder.Write("notebooks/data/other.csv", "1");
        Assert.Equal(key, Key(NotebookJson.Empty.Code("1").Markdown("see other.csv")));
    }

    [Fact]
    public void The_number_of_threads_counts() => Assert.NotEqual(Key(NotebookJson.Empty.Code("1"), threads: 1), Key(NotebookJson.Empty.Code("1"), threads: 2));

    [Fact]
    public void A_device_is_not_read_to_its_end() =>
        Assert.NotNull(Key(NotebookJson.Empty.Code("File.OpenRead(\"/dev/zero\")")));

    private RunKey Key(NotebookJson json, int threads = 1) => RunKey.Of(NotebookReader.Read(_folder.Write("notebooks/n.ipynb", json)), threads, new FileHashes());
}
