using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Saving;
using WorldModel.Notebooks.Tests.Verification;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Tests.Saving;

public sealed class OutcomeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _told = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_save_records_its_run()
    {
        var saved = Saved("✓ so\n  measured (± 1 %): error 0.5\n");
        Assert.Equal(SourceHash.Cells(saved), saved.Stamp!.Cells);
        Assert.Equal(OutputHash.Of(saved), saved.Stamp.Outputs);
        Assert.Equal((LibraryVersion.Current, null, 12, 346), (saved.Stamp.Library, saved.Stamp.Data, saved.Stamp.Seconds, saved.Stamp.Megabytes));
        Assert.Matches(@"^20\d\d-\d\d-\d\d$", saved.Stamp.Date);
    }

    [Fact]
    public void The_same_outputs_again_leave_every_byte_alone()
    {
        var saved = Saved("same\n");
        var later = Result(saved, "same\n") with { Duration = TimeSpan.FromMinutes(9) };
        Assert.True(Outcome.Settle(later, write: true, _told.Add).Passed);
        Assert.Equal(saved.Bytes.ToArray(), File.ReadAllBytes(saved.Path));
        Assert.Empty(_told);
    }

    [Fact]
    public void A_number_that_moved_within_its_tolerance_is_saved_without_a_word()
    {
        var saved = Saved("✓ so\n  measured (± 10 %): error 0.5\n");
        Assert.True(Outcome.Settle(Result(saved, "✓ so\n  measured (± 10 %): error 0.52\n"), write: true, _told.Add).Passed);
        Assert.Contains("error 0.52", File.ReadAllText(saved.Path), StringComparison.Ordinal);
        Assert.NotEqual(saved.Stamp!.Outputs, NotebookReader.Read(saved.Path).Stamp!.Outputs);
        Assert.Empty(_told);
    }

    [Fact]
    public void A_number_that_moved_beyond_it_fails_the_notebook_and_says_what_to_do()
    {
        var saved = Saved("✓ so\n  measured (± 1 %): error 0.5\n");
        var settled = Outcome.Settle(Result(saved, "✓ so\n  measured (± 1 %): error 0.6\n"), write: false, _told.Add);
        Assert.False(settled.Passed);
        Assert.Contains("a.ipynb cell 1 (check/code): \"error\" is 0.6, and was saved as 0.5: further than ± 1 %", settled.Problem, StringComparison.Ordinal);
        Assert.Contains("run --write --pictures ", settled.Problem, StringComparison.Ordinal);
        Assert.Equal(saved.Bytes.ToArray(), File.ReadAllBytes(saved.Path));
    }

    [Fact]
    public void With_write_it_is_told_and_saved()
    {
        var saved = Saved("✓ so\n  measured (± 1 %): error 0.5\n");
        Assert.True(Outcome.Settle(Result(saved, "✓ so\n  measured (± 1 %): error 0.6\n"), write: true, _told.Add).Passed);
        Assert.Equal("a  changed beyond its tolerance: a.ipynb cell 1 (check/code): \"error\" is 0.6, and was saved as 0.5: further than ± 1 %", Assert.Single(_told));
        Assert.Contains("error 0.6", File.ReadAllText(saved.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_differences_the_first_ten_are_told()
    {
        var saved = Saved(string.Concat(Enumerable.Range(0, 12).Select(line => $"{line}: 1.5\n")));
        var settled = Outcome.Settle(Result(saved, string.Concat(Enumerable.Range(0, 12).Select(line => $"{line}: 2.5\n"))), write: false, _told.Add);
        Assert.Contains("… and more", settled.Problem, StringComparison.Ordinal);
        Outcome.Settle(settled with { Problem = null }, write: true, _told.Add);
        Assert.Equal(11, _told.Count);
    }

    [Fact]
    public void A_notebook_that_was_edited_while_it_ran_is_not_overwritten()
    {
        var saved = Saved("1\n");
        var edited = File.ReadAllText(saved.Path).Replace("check", "reading", StringComparison.Ordinal);
        File.WriteAllText(saved.Path, edited);
        var settled = Outcome.Settle(Result(saved, "2\n"), write: true, _told.Add);
        Assert.Contains("was changed while it ran", settled.Problem, StringComparison.Ordinal);
        Assert.Equal(edited, File.ReadAllText(saved.Path));
    }

    [Fact]
    public void A_failed_run_saves_nothing()
    {
        var saved = Saved("1\n");
        var failed = Result(saved, "2\n") with { Problem = "it failed" };
        Assert.Same(failed, Outcome.Settle(failed, write: true, _told.Add));
        Assert.Equal(saved.Bytes.ToArray(), File.ReadAllBytes(saved.Path));
    }

    private static NotebookResult Result(Notebook notebook, string said) =>
        new(notebook.Path, notebook, [new CellResult(notebook.Cells[0], [SampleNotebook.Said(said)], TimeSpan.Zero)]) { Duration = TimeSpan.FromSeconds(12.4), PeakMemory = 345_600_000 };

    private Notebook Saved(string said)
    {
        var path = _folder.Write("a.ipynb", NotebookJson.Empty.Code("1", "check"));
        Assert.True(Outcome.Settle(Result(NotebookReader.Read(path), said), write: true, _told.Add).Passed);
        return NotebookReader.Read(path);
    }
}
