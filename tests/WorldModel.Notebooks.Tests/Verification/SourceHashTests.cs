using CsCheck;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Tests.Verification;

public sealed class SourceHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_other_list_of_cells_has_another_hash() =>
        Gen.Select(Gen.String["ab\n"].Array[0, 4], Gen.String["ab\n"].Array[0, 4]).Sample((one, other) =>
        {
            var differ = !Executed(one).SequenceEqual(Executed(other));
            return differ == (Cells(one) != Cells(other));
        });

    [Fact]
    public void A_hash_is_short_text() => Assert.Matches("^sha256-[0-9a-f]{32}$", Cells("1"));

    [Fact]
    public void Line_endings_and_prose_do_not_count()
    {
        Assert.Equal(Cells("a\nb"), Cells("a\r\nb"));
        Assert.Equal(SourceHash.Cells(Notebook(NotebookJson.Empty.Code("1").Markdown("one"))), SourceHash.Cells(Notebook(NotebookJson.Empty.Markdown("two", "idea").Code("1", "check"))));
    }

    [Fact]
    public void A_notebook_that_mentions_no_data_has_no_hash_of_it()
    {
        _folder.Write("data/a.csv", "1");
        Assert.Null(SourceHash.Data(Notebook(NotebookJson.Empty.Code("1").Markdown("data/a.csv"))));
    }

    [Theory]
    [InlineData("data/a.csv", "a.ipynb")]
    [InlineData("data/a.csv", "solutions/a.ipynb")]
    [InlineData("data/deep/a.csv", "a.ipynb")]
    public void A_mentioned_file_counts_with_name_and_content(string file, string path)
    {
        _folder.Write(file, "1");
        _folder.Write("data/other.csv", "1");
        var notebook = NotebookReader.Read(_folder.Write(path, NotebookJson.Empty.Code("Csv.Read(\"data/a.csv\")")));
        var before = SourceHash.Data(notebook);
        _folder.Write("data/other.csv", "2");
        Assert.Equal(before, SourceHash.Data(notebook));
        _folder.Write(file, "2");
        Assert.NotEqual(before, SourceHash.Data(notebook));
        _folder.Write(file, "1");
        Assert.Equal(before, SourceHash.Data(notebook));
        File.Move(_folder.File(file), _folder.File(file) + ".a.csv");
        Assert.NotEqual(before, SourceHash.Data(notebook));
    }

    [Fact]
    public void Data_that_cannot_be_read_is_a_problem_that_names_the_notebook()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link to nowhere needs no rights only on Unix.");
        Directory.CreateDirectory(_folder.File("data"));
        File.CreateSymbolicLink(_folder.File("data/a.csv"), _folder.File("gone.csv"));
        var problem = Assert.Throws<NotebookProblem>(() => SourceHash.Data(Notebook(NotebookJson.Empty.Code("\"a.csv\""))));
        Assert.Contains("a.ipynb: its data cannot be read", problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Executed(string[] sources) => sources.Where(source => !string.IsNullOrWhiteSpace(source));

    private static string Cells(params string[] sources) =>
        SourceHash.Cells(new Notebook("a.ipynb", default, [.. sources.Select((source, index) => new Cell(index + 1, CellKind.Code, source))]));

    private Notebook Notebook(NotebookJson json) => NotebookReader.Read(_folder.Write("a.ipynb", json));
}
