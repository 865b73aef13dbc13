using TorchSharp;
using TorchSharp.Modules;
using WorldModel.Kernels;
using static TorchSharp.torch;

namespace WorldModel.Tests.Kernels;

public sealed class FusedAdamTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void Two_hundred_updates_end_where_TorchSharps_end(double decay)
    {
        Seed.Set(1);
        using var scope = NewDisposeScope();
        var (ours, theirs) = (Network(), Network());
        theirs.load_state_dict(ours.state_dict());
        var (inputs, targets) = (randn(37, 5), randn(37, 3));
        using var fused = new FusedAdam(ours.parameters(), 3e-3, decay);
        using optim.Optimizer reference = decay == 0 ? optim.Adam(theirs.parameters(), 3e-3) : optim.AdamW(theirs.parameters(), 3e-3, weight_decay: decay);
        for (var update = 0; update < 200; update++)
        {
            Backward(ours, inputs, targets);
            fused.Step();
            reference.zero_grad();
            Backward(theirs, inputs, targets);
            reference.step();
        }

        Assert.True(Farthest(ours, theirs) < 1e-6, $"{Farthest(ours, theirs)}");
    }

    [Fact]
    public void Gradients_are_zero_after_an_update()
    {
        using var scope = NewDisposeScope();
        var network = Network();
        using var adam = new FusedAdam(network.parameters());
        Backward(network, randn(4, 5), randn(4, 3));
        adam.Step();
        Assert.All(network.parameters(), parameter => Assert.Equal(0, parameter.grad!.abs().sum().item<float>()));
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_as_it_is()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(randn(3));
        var before = parameter.detach().clone();
        using var adam = new FusedAdam([parameter]);
        adam.Step();
        Assert.True(before.equal(parameter).all().item<bool>());
    }

    [Fact]
    public void A_schedule_and_other_decays_end_where_TorchSharps_end()
    {
        Seed.Set(2);
        using var scope = NewDisposeScope();
        var (ours, theirs) = (Network(), Network());
        theirs.load_state_dict(ours.state_dict());
        var (inputs, targets) = (randn(37, 5), randn(37, 3));
        using FusedAdam fused = new(ours.parameters()) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-4 };
        using var reference = optim.Adam(theirs.parameters(), 1, beta1: 0.8, beta2: 0.99, eps: 1e-4);
        for (var update = 0; update < 50; update++)
        {
            var rate = 3e-3 * (1 - (update / 50.0));
            (fused.LearningRate, reference.ParamGroups.First().LearningRate) = (rate, rate);
            Backward(ours, inputs, targets);
            fused.Step();
            reference.zero_grad();
            Backward(theirs, inputs, targets);
            reference.step();
        }

        Assert.True(Farthest(ours, theirs) < 1e-6, $"{Farthest(ours, theirs)}");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_gradient_that_is_no_number_spoils_what_it_spoils_in_TorchSharp(float bad)
    {
        using var scope = NewDisposeScope();
        Parameter ours = new(ones(11)), theirs = new(ones(11));
        using FusedAdam fused = new([ours]);
        using var reference = optim.Adam([theirs]);
        foreach (var (parameter, step) in new[] { (ours, (Action)fused.Step), (theirs, () => reference.step()) })
        {
            var gradient = ones(11);
            (gradient[3], gradient[10]) = (tensor(bad), tensor(-bad)); // one in a vector, one in what is left over
            parameter.grad = gradient;
            step();
        }

        Assert.Equal([3, 10], Enumerable.Range(0, 11).Where(i => float.IsNaN(ours[i].item<float>())));
        Assert.True(ours.allclose(theirs, atol: 1e-6, equal_nan: true));
    }

    [Fact]
    public void A_rate_of_0_changes_nothing()
    {
        using var scope = NewDisposeScope();
        Parameter parameter = new(randn(9));
        var before = parameter.detach().clone();
        using FusedAdam adam = new([parameter], learningRate: 0);
        parameter.sum().backward();
        adam.Step();
        Assert.True(before.Equals(parameter.detach()));
    }

    private static Sequential Network() => nn.Sequential(nn.Linear(5, 17), nn.SiLU(), nn.Linear(17, 3));

    private static void Backward(Sequential network, Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        nn.functional.mse_loss(network.call(inputs), targets).backward();
    }

    private static double Farthest(Sequential a, Sequential b) =>
        a.parameters().Zip(b.parameters()).Max(pair => (double)(pair.First - pair.Second).abs().max().item<float>());
}
