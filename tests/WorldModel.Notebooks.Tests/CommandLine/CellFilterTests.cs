using WorldModel.Notebooks.CommandLine;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class CellFilterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Notebook _quick;
    private readonly Notebook _slow;

    public CellFilterTests()
    {
        _quick = NotebookReader.Read(_folder.Write("quick.ipynb", NotebookJson.Empty.Code("1", "setup")));
        _slow = NotebookReader.Read(_folder.Write("slow.ipynb", NotebookJson.Empty.Markdown("# S", "slow", "title").Code("1", "setup").Code("2", "code", "slow").Code(" ", "slow")));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("! ")]
    public void Without_a_tag_it_is_none(string text) => Assert.Null(CellFilter.Parse(text));

    [Fact]
    public void A_tag_keeps_the_notebooks_that_hold_it_whole()
    {
        var filter = CellFilter.Parse("slow")!;
        Assert.False(filter.Keeps(_quick));
        Assert.True(filter.Keeps(_slow));
        Assert.Empty(filter.LeftOutOf(_slow));
    }

    [Fact]
    public void Not_a_tag_keeps_all_notebooks_without_its_code()
    {
        var filter = CellFilter.Parse("!slow")!;
        Assert.True(filter.Keeps(_quick));
        Assert.Empty(filter.LeftOutOf(_quick));
        Assert.Equal([3], filter.LeftOutOf(_slow));
    }

    [Theory]
    [InlineData("swift")]
    [InlineData("!swift")]
    public void A_tag_that_no_cell_has_is_refused_with_those_there_are(string text) =>
        Assert.Equal($"--filter {text}: no cell has that tag. There are: code, setup, slow, title.", CellFilter.Parse(text)!.Refusal([_quick, _slow]));

    [Fact]
    public void To_leave_out_what_this_program_knows_is_fine_even_where_there_is_none()
    {
        Assert.Null(CellFilter.Parse("!slow")!.Refusal([_quick]));
        Assert.NotNull(CellFilter.Parse("slow")!.Refusal([_quick]));
    }
}
