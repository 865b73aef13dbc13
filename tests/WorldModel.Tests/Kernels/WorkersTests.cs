using CsCheck;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed class WorkersTests
{
    [Fact]
    public void Every_piece_is_done_once_and_each_worker_is_one_thread() =>
        Gen.Select(Gen.Int[1, Threads.Most], Gen.Int[0, 60], Gen.Int[0, 300]).Sample(
            (threads, pieces, spins) =>
            {
                using ThreadCount count = new(threads);
                CountedJob job = new(pieces, _ => Thread.SpinWait(spins));
                Workers.Run(job, pieces);
                return job.Done.All(times => times == 1) && !job.IsMixed && job.ThreadOfWorker.Keys.All(worker => worker < threads);
            },
            iter: 20_000, threads: 1);

    [Fact]
    public void Two_workers_work_at_the_same_time()
    {
        using ThreadCount count = new(2);
        using Barrier both = new(2);
        Workers.Run(new CountedJob(2, _ => Assert.True(both.SignalAndWait(TimeSpan.FromMinutes(1)), "nobody else came")), 2);
    }

    [Fact]
    public void Sleepers_wake_up_for_the_next_job()
    {
        using ThreadCount count = new(3);
        using Barrier all = new(3);
        for (var job = 0; job < 20; job++)
        {
            Thread.Sleep(job % 3);
            Workers.Run(new CountedJob(3, _ => Assert.True(all.SignalAndWait(TimeSpan.FromMinutes(1)), "nobody else came")), 3);
        }
    }

    [Fact]
    public void Pieces_go_to_whoever_is_free()
    {
        using ThreadCount count = new(2);
        using ManualResetEventSlim isLastDone = new();
        var done = 0;

        // Whoever gets the first piece to be dealt waits for all the others, so these must be the other one's.
        CountedJob job = new(50, _ =>
        {
            if (Interlocked.Increment(ref done) == 1)
            {
                Assert.True(isLastDone.Wait(TimeSpan.FromMinutes(1)), "the pieces of one are not done by the other");
            }
            else if (done == 50)
            {
                isLastDone.Set();
            }
        });
        Workers.Run(job, 50);
        Assert.All(job.Done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void One_thread_does_all_pieces_in_order_itself()
    {
        using ThreadCount count = new(1);
        List<int> order = [];
        CountedJob job = new(5, order.Add);
        Workers.Run(job, 5);
        Assert.Equal([0, 1, 2, 3, 4], order);
        Assert.Equal([KeyValuePair.Create(0, Environment.CurrentManagedThreadId)], job.ThreadOfWorker);
    }

    [Fact]
    public void An_exception_reaches_the_caller_after_all_pieces_under_way_and_the_next_job_runs()
    {
        using ThreadCount count = new(4);
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 1000]).Sample(
            (pieces, choice) =>
            {
                var underWay = 0;
                CountedJob failing = new(pieces, piece =>
                {
                    Interlocked.Increment(ref underWay);
                    Thread.SpinWait(200);
                    Interlocked.Decrement(ref underWay);
                    _ = piece == choice % pieces ? throw new InvalidOperationException($"piece {piece}") : piece;
                });
                var message = Assert.Throws<InvalidOperationException>(() => Workers.Run(failing, pieces)).Message;
                Assert.Equal(($"piece {choice % pieces}", 0), (message, underWay));

                CountedJob next = new(pieces);
                Workers.Run(next, pieces);
                return next.Done.All(times => times == 1) && failing.Done.All(times => times <= 1);
            },
            iter: 2_000, threads: 1);
    }

    [Fact]
    public void A_job_within_a_piece_is_done_by_the_thread_of_that_piece_as_its_worker_0()
    {
        using ThreadCount count = new(4);
        var inner = Enumerable.Range(0, 12).Select(_ => new CountedJob(7)).ToArray();
        CountedJob outer = new(12, piece => Workers.Run(inner[piece], 7));
        Workers.Run(outer, 12);
        Assert.All(inner, job => Assert.All(job.Done, times => Assert.Equal(1, times)));
        Assert.All(inner, job => Assert.Equal(0, Assert.Single(job.ThreadOfWorker).Key));
    }

    [Fact]
    public void Callers_on_several_threads_do_not_disturb_each_other()
    {
        using ThreadCount count = new(3);
        var wrong = 0;
        Thread[] callers = [.. Enumerable.Range(0, 4).Select(caller => new Thread(() =>
        {
            for (var run = 0; run < 3_000; run++)
            {
                CountedJob job = new(1 + ((run + caller) % 9));
                Workers.Run(job, job.Done.Count);
                wrong += job.Done.All(times => times == 1) && !job.IsMixed ? 0 : 1;
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        using ThreadCount count = new(2);
        SpinningJob job = new();
        long Allocated(int runs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var run = 0; run < runs; run++)
            {
                Workers.Run(job, 16);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // What happens for the first time, such as waking a worker that sleeps, may make room for itself once.
        Assert.Equal(0, Enumerable.Range(0, 4).Select(_ => Allocated(500)).ToArray()[1..].Min());
    }

    private sealed class SpinningJob : IJob
    {
        public void Run(int piece, int worker) => Thread.SpinWait(20);
    }
}
