namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class ReproductionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_says_other_numbers_fails_until_they_are_saved()
    {
        _folder.Write("a.ipynb", NotebookJson.Empty.Code("Console.WriteLine(\"✓ so\\n  measured (± 5 %): error \" + File.ReadAllText(\"number.txt\"));", "check"));
        Assert.Equal(0, (await RunAsync("0.50", "--write")).ExitCode);
        Assert.Equal(0, (await RunAsync("0.51")).ExitCode);

        var moved = await RunAsync("0.60");
        Assert.Equal(1, moved.ExitCode);
        Assert.Contains("a.ipynb cell 1 (check/code): \"error\" is 0.60, and was saved as 0.50: further than ± 5 %", moved.Output, StringComparison.Ordinal);
        Assert.Equal("0 notebooks passed, 1 failed", moved.LastLine);

        var meant = await RunAsync("0.60", "--write");
        Assert.Equal(0, meant.ExitCode);
        Assert.Contains("changed beyond its tolerance: a.ipynb cell 1", meant.Output, StringComparison.Ordinal);
        Assert.Contains("error 0.60", File.ReadAllText(_folder.File("a.ipynb")), StringComparison.Ordinal);
    }

    private async Task<RunnerOutcome> RunAsync(string number, params string[] options)
    {
        _folder.Write("number.txt", number);
        return await RunnerProcess.RunAsync(_folder.Path, ["run", "a.ipynb", .. options]);
    }
}
