using WorldModel.Kernels;
using WorldModel.Models;

namespace WorldModel.Tests.Models;

public sealed class EngineTests
{
    [Theory]
    [InlineData(1, "1 thread")]
    [InlineData(3, "3 threads")]
    public void It_names_the_width_and_the_threads_of_kernels_and_of_libtorch(int threads, string counted)
    {
        using ThreadCount count = new(threads);
        Assert.Matches($@"^kernels {(int)SimdWidths.Chosen} bits wide on {counted}, libtorch \d+\.\d+\.\d+ on 1 thread$", Engine.Describe());
    }

    [Fact]
    public void It_follows_libtorchs_threads()
    {
        Engine.Describe(); // which loads libtorch, and that sets its threads
        try
        {
            set_num_threads(2);
            Assert.EndsWith("on 2 threads", Engine.Describe(), StringComparison.Ordinal);
        }
        finally
        {
            set_num_threads(1);
        }
    }
}
