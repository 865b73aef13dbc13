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
    public void Doubles_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("32-bit floats", Assert.Throws<ArgumentException>(() => new FusedAdam([new Parameter(zeros(2, dtype: ScalarType.Float64))])).Message, StringComparison.Ordinal);
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
