using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Works;
using WorldModel.Kernels;

namespace WorldModel.Tests.Benchmarks;

public sealed class WorksTests
{
    [Fact]
    public void Both_trainings_count_the_same_operations()
    {
        using var kernels = KernelTraining.Make(32, 2, 16);
        using var torch = TorchTraining.Make(32, 2, 16);
        Assert.Equal(torch.Flops, kernels.Flops);
    }

    [Fact]
    public void Every_work_runs_more_than_once()
    {
        using var training = KernelTraining.Make(16, 2, 5);
        using var rollout = KernelRollout.Make((16, 2, 1), 7, 3);
        using var cem = KernelRollout.MakeCem((16, 3, 2), 5, 4);
        using var throughTime = KernelThroughTime.Make((16, 2), 5, 4);
        using var world = WorldSteps.Make(5, 3);
        Assert.All(new Work[] { training, rollout, cem, throughTime, world }, work =>
        {
            work.Run();
            work.Run();
        });
    }

    [Fact]
    public void A_rollout_is_counted_once_a_network_a_run_and_a_step()
    {
        using var one = KernelRollout.Make((16, 2, 1), 1, 1);
        using var many = KernelRollout.MakeCem((16, 2, 3), 5, 7);
        Assert.Equal(3 * 5 * 7 * one.Flops, many.Flops);
        Assert.Equal(new MlpShape(Activation.Silu, 8, 16, 16, 6).Flops, one.Flops);
    }
}
