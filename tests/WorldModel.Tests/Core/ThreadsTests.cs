namespace WorldModel.Tests.Core;

public sealed class ThreadsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_wish_there_is_a_thread_for_each_core(string? wish) => Assert.Equal(Environment.ProcessorCount, Threads.Choose(wish));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("8", 8)]
    public void The_environment_may_ask_for_another_number(string wish, int threads) => Assert.Equal(threads, Threads.Choose(wish));

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("two")]
    [InlineData("1.5")]
    [InlineData("100000")]
    public void A_wish_that_is_no_number_of_threads_is_refused_by_name(string wish)
    {
        var message = Assert.Throws<ArgumentException>(() => Threads.Choose(wish)).Message;
        Assert.Contains($"WORLDMODEL_THREADS must be a number from 1 to {Threads.Most}, not {wish}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_can_be_set_within_its_bounds()
    {
        using (new ThreadCount(3))
        {
            Assert.Equal(3, Threads.Count);
            Assert.All([0, -1, Threads.Most + 1], threads => Assert.Contains(
                $"1 to {Threads.Most} threads", Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Count = threads).Message, StringComparison.Ordinal));
            Assert.Equal(3, Threads.Count);
        }
    }
}
