using CsCheck;
using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Tests.Execution;

public sealed class ThreadShareTests
{
    private static readonly Gen<string?> Asked = Gen.Int[-4, 200].Select(n => n switch { -4 => null, -3 => "many", -2 => "4,2", _ => $"{n}" });

    [Fact]
    public void Threads_of_all_notebooks_together_are_never_more_than_the_cores() =>
        Gen.Select(Gen.Int[1, 130], Gen.Int[1, 1000], Asked).Sample((cores, jobs, asked) =>
        {
            var share = ThreadShare.Of(cores, jobs, asked);
            return share.Jobs >= 1 && share.Threads >= 1 && share.Jobs * share.Threads <= cores && share.KernelThreads >= 1 && share.Jobs * share.KernelThreads <= cores && share.Jobs <= jobs;
        });

    [Theory]
    [InlineData(8, 1, null, 1, 1)]
    [InlineData(8, 4, null, 4, 1)]
    [InlineData(8, 1, "3", 1, 3)]
    [InlineData(8, 4, "2", 4, 2)]
    [InlineData(8, 1, " 4,2", 1, 4)]
    public void What_fits_is_given_as_asked_without_a_word(int cores, int jobs, string? asked, int givenJobs, int threads)
    {
        var share = ThreadShare.Of(cores, jobs, asked);
        Assert.Equal((givenJobs, threads), (share.Jobs, share.Threads));
        Assert.Empty(share.Notes);
    }

    [Theory]
    [InlineData(2, 8, null, 2, 1, "--jobs 8 is more than this machine's 2 cores; 2 notebooks run at a time")]
    [InlineData(8, 1, "16", 1, 8, "OMP_NUM_THREADS=16 in 1 at a time is more than this machine's 8 cores; libtorch gets 8 a notebook")]
    [InlineData(8, 4, "4", 4, 2, "libtorch gets 2 a notebook")]
    [InlineData(1, 1, "2", 1, 1, "1 core;")]
    [InlineData(8, 1, "zero", 1, 1, "OMP_NUM_THREADS=zero is no number of threads")]
    [InlineData(8, 1, "0", 1, 1, "OMP_NUM_THREADS=0 is no number of threads")]
    public void What_does_not_fit_is_reduced_and_said(int cores, int jobs, string? asked, int givenJobs, int threads, string note)
    {
        var share = ThreadShare.Of(cores, jobs, asked);
        Assert.Equal((givenJobs, threads), (share.Jobs, share.Threads));
        Assert.Contains(note, Assert.Single(share.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "4")]
    [InlineData("", "4")]
    [InlineData("3", "3")]
    public void A_notebook_is_told_its_share_for_kernels_unless_the_user_said_otherwise(string? wish, string given)
    {
        Dictionary<string, string?> environment = wish is null ? [] : new() { [ThreadShare.KernelVariable] = wish };
        ThreadShare.Of(cores: 8, jobs: 2, asked: null).Apply(environment);
        Assert.Equal(given, environment[ThreadShare.KernelVariable]);
        Assert.Equal("1", environment[ThreadShare.Variable]);
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 20)]
    [InlineData(3, 20)]
    public void Work_side_by_side_takes_as_long_as_its_longest_piece_or_its_share(int jobs, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ThreadShare.Together([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)], jobs));
}
