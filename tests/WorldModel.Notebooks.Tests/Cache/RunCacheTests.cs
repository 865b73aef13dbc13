using CsCheck;
using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Tests.Cache;

public sealed class RunCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunCache _cache;

    public RunCacheTests() => _cache = new RunCache(_folder.File("runs"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_stored_comes_back_whole()
    {
        var result = Run(NotebookJson.Empty.Markdown("# A").Code("1").Code("throw", CellTags.RaisesException));
        var back = Stored(result).ToResult(result.Notebook!);
        Assert.True(back.Passed);
        Assert.True(back.IsFromCache);
        Assert.Equal((result.Duration, result.PeakMemory, result.RanAt), (back.Duration, back.PeakMemory, back.RanAt));
        Assert.Equal(result.Cells.Select(cell => (cell.Cell, cell.Duration)), back.Cells.Select(cell => (cell.Cell, cell.Duration)));
        Assert.Equivalent(result.Cells.SelectMany(cell => cell.Outputs), back.Cells.SelectMany(cell => cell.Outputs), strict: true);
    }

    [Fact]
    public void A_later_run_replaces_an_earlier_one_and_leaves_one_file()
    {
        Stored(Run(NotebookJson.Empty.Code("1")));
        Assert.Single(Stored(Run(NotebookJson.Empty.Code("1").Code("2"))).Cells, cell => cell.Number == 2);
        Assert.Single(Directory.GetFiles(_folder.File("runs")));
    }

    [Fact]
    public void Notebooks_of_one_name_do_not_meet()
    {
        Stored(Run(NotebookJson.Empty.Code("1")));
        Assert.Null(_cache.Load(_folder.File("elsewhere/n.ipynb")));
    }

    [Fact]
    public void An_entry_that_was_damaged_anywhere_counts_as_nothing()
    {
        Stored(Run(NotebookJson.Empty.Code("1")));
        var file = Directory.GetFiles(_folder.File("runs")).Single();
        var whole = File.ReadAllBytes(file);
        Gen.Int[0, whole.Length - 1].Select(Gen.Int[0, 7]).Sample((place, bit) =>
        {
            var damaged = whole.ToArray();
            damaged[place] ^= (byte)(1 << bit);
            File.WriteAllBytes(file, damaged);
            return _cache.Load(NotebookPath) is null;
        }, iter: 200, threads: 1);
        File.WriteAllBytes(file, whole[..(whole.Length / 2)]);
        Assert.Null(_cache.Load(NotebookPath));
        File.WriteAllBytes(file, whole);
        Assert.NotNull(_cache.Load(NotebookPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Path":null}""")]
    [InlineData("[1,2]")]
    public void An_entry_of_another_form_counts_as_nothing_even_under_a_good_seal(string json)
    {
        Stored(Run(NotebookJson.Empty.Code("1")));
        File.WriteAllText(Directory.GetFiles(_folder.File("runs")).Single(), $"worldmodel-run-1 {Digest.Of(json)}\n{json}");
        Assert.Null(_cache.Load(NotebookPath));
    }

    [Fact]
    public void Outputs_that_name_their_place_do_not_outlive_a_moved_cell()
    {
        var one = NotebookJson.Empty.Code("1");
        var moved = NotebookJson.Empty.Markdown("new").Code("1");
        Assert.True(Stored(Run(one, new StreamOutput("stdout", "fine"))).IsOf(Read(moved)));
        Assert.False(Stored(Run(one, new StreamOutput("stdout", "at n.ipynb cell 1 line 2"))).IsOf(Read(moved)));
        Assert.True(Stored(Run(one, new StreamOutput("stdout", "at n.ipynb cell 1 line 2"))).IsOf(Read(one)));
    }

    [Fact]
    public void The_notebook_of_then_comes_back_with_its_run()
    {
        var run = Stored(Run(NotebookJson.Empty.Code("old")));
        Read(NotebookJson.Empty.Code("new"));
        Assert.Equal("old", NotebookReader.Read(NotebookPath, run.Source).Cells[0].Source);
    }

    [Fact]
    public void Time_is_expected_as_last_time_without_what_is_left_out_else_as_stamped()
    {
        var result = Run(NotebookJson.Empty.Code("1").Code("2"));
        Assert.Equal(TimeSpan.FromSeconds(7), ExpectedTime.Of(result.Notebook!, Stored(result), []));
        Assert.Equal(TimeSpan.FromSeconds(5), ExpectedTime.Of(result.Notebook!, Stored(result), [2]));
        Assert.Null(ExpectedTime.Of(result.Notebook!, null, []));
        var json = NotebookJson.Empty.ToJson();
        json["metadata"]!["worldmodel"] = new RunStamp { Cells = "a", Outputs = "b", Library = "1.2.3", Seconds = 28 }.ToJson();
        Assert.Equal(TimeSpan.FromSeconds(28), ExpectedTime.Of(NotebookReader.Read(_folder.Write("stamped.ipynb", json.ToJsonString())), null, []));
    }

    private string NotebookPath => _folder.File("n.ipynb");

    private Notebook Read(NotebookJson json) => NotebookReader.Read(_folder.Write("n.ipynb", json));

    private NotebookResult Run(NotebookJson json, params Output[] outputs) => Results.Of(_folder, "n.ipynb", json, cell => cell.MustRaise
        ? [Results.Error("as announced")]
        : outputs.Length > 0 ? outputs : [new StreamOutput("stderr", "a\u0007\nb"), new DataOutput(new Dictionary<string, string> { ["text/plain"] = "1", ["application/json"] = "{\"a\": 1.0}" }, IsResult: true)]);

    private CachedRun Stored(NotebookResult result)
    {
        _cache.Store(result, RunKey.Of(result.Notebook!, 1, new FileHashes()));
        return _cache.Load(result.Path)!;
    }
}
