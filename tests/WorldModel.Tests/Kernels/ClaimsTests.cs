using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed class ClaimsTests
{
    private readonly Claims claims = new();

    [Fact]
    public void A_caller_whose_workers_do_not_come_does_all_pieces_and_waits_for_nobody()
    {
        CountedJob job = new(5);
        claims.Offer(job, 5, threads: 4);
        claims.Work(worker: 0);
        Assert.Null(claims.Finish());
        Assert.Equal([1, 1, 1, 1, 1], job.Done);
    }

    [Fact]
    public void A_worker_that_comes_late_finds_nothing()
    {
        CountedJob job = new(2);
        claims.Offer(job, 2, threads: 2);
        Assert.True(claims.HasWorkFor(1));
        claims.Work(worker: 0);
        Assert.False(claims.HasWorkFor(1));
        claims.Work(worker: 1);
        Assert.Equal(0, Assert.Single(job.ThreadOfWorker).Key);
    }

    [Fact]
    public void A_worker_beyond_the_number_of_threads_gets_no_piece()
    {
        CountedJob job = new(3);
        claims.Offer(job, 3, threads: 2);
        Assert.False(claims.HasWorkFor(2));
        claims.Work(worker: 2);
        Assert.Equal([0, 0, 0], job.Done);
    }

    [Fact]
    public void After_an_exception_the_rest_is_left_out_and_the_first_exception_is_told_once()
    {
        CountedJob job = new(5, piece => throw new InvalidOperationException($"{piece}"));
        claims.Offer(job, 5, threads: 2);
        claims.Work(worker: 0);
        Assert.Equal(1, job.Done.Sum());
        Assert.IsType<InvalidOperationException>(claims.Finish());
        Assert.Null(claims.Finish());
    }
}
