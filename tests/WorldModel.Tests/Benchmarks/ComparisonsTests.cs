using WorldModel.Benchmarks.Peers;
using WorldModel.Benchmarks.Works;

namespace WorldModel.Tests.Benchmarks;

public sealed class ComparisonsTests
{
    [Fact]
    public void Every_comparison_has_a_name_of_its_own_and_a_goal()
    {
        Assert.Equal(Comparisons.All.Count, Comparisons.All.Select(comparison => comparison.Name).Distinct().Count());
        Assert.All(Comparisons.All, comparison => Assert.True(comparison is { Goal: > 0 } or { LeastOfPeak: > 0 }));
    }

    [Fact]
    public void The_worker_knows_every_work()
    {
        var worker = File.ReadAllText(Path.Combine(Repository.Root, "tests", "WorldModel.Benchmarks", "peers", "pytorch_worker.py"));
        Assert.All(Comparisons.All, comparison => Assert.Contains($"\ndef {comparison.PeerWork.Split('/')[0]}(", worker, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pass_forward_costs_two_operations_a_weight()
    {
        using var network = Networks.Mlp(8, 16, 16, 4);
        var weights = network.parameters().Where(parameter => parameter.dim() == 2).Sum(parameter => parameter.numel());
        Assert.Equal(2 * weights, Networks.Forward([8, 16, 16, 4]));
    }

    [Fact]
    public void Training_costs_three_times_that_less_the_gradient_of_the_data()
    {
        Assert.Equal((3 * 2 * 12) - (2 * 8), Networks.Training([4, 2, 2]));
        Assert.Equal(3 * 2 * 12, Networks.Training([4, 2, 2], inputsAreData: false));
    }
}
