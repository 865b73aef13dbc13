using WorldModel.Notebooks.Tests.Verification;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly SampleCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task Without_paths_it_verifies_the_course_and_writes_nothing()
    {
        var before = Directory.GetFileSystemEntries(_course.Root, "*", SearchOption.AllDirectories);
        var outcome = await RunnerProcess.RunAsync(_course.Root, "verify");
        Assert.Equal("2 notebooks verified, 0 stale or broken", outcome.LastLine);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(before, Directory.GetFileSystemEntries(_course.Root, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("notebooks/gone.ipynb")]
    [InlineData("notebooks/data")]
    [InlineData("notebooks/data/world.csv")]
    public async Task What_is_no_notebook_is_named(string path)
    {
        var outcome = await RunnerProcess.RunAsync(_course.Root, "verify", path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(path, outcome.Output, StringComparison.Ordinal);
        Assert.Equal("1 notebooks verified, 1 stale or broken", outcome.LastLine);
    }

    [Fact]
    public async Task An_unknown_option_is_a_usage_error()
    {
        var outcome = await RunnerProcess.RunAsync(_course.Root, "verify", "--frobnicate");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--frobnicate", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }
}
