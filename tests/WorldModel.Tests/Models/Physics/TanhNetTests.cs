using WorldModel.Models;

namespace WorldModel.Tests.Models.Physics;

/// <summary>Gradients that are written out by hand, against those that TorchSharp finds through every small operation.</summary>
public sealed class TanhNetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Outputs_have_the_gradients_that_autograd_finds(int outputs)
    {
        using var scope = NewDisposeScope();
        var (net, input) = Sample(outputs);
        Agree(net, input, net.call(input), By(net, input));
    }

    [Fact]
    public void Slopes_have_the_gradients_that_a_second_differentiation_finds()
    {
        using var scope = NewDisposeScope();
        var (net, input) = Sample(outputs: 1);
        var slope = autograd.grad([By(net, input).sum()], [input], retain_graph: true, create_graph: true)[0];
        Agree(net, input, net.Slope(input), slope);
    }

    [Fact]
    public void Inputs_of_any_number_of_dimensions_are_rows()
    {
        using var scope = NewDisposeScope();
        var (net, input) = Sample(outputs: 1);
        var folded = input.reshape(2, 4, 3);
        Assert.Equal([2, 4, 1], net.call(folded).shape);
        Assert.Equal(0, Doubles.Worst(net.call(folded).reshape(8, 1), net.call(input)));
        Assert.Equal(0, Doubles.Worst(net.Slope(folded).reshape(8, 3), net.Slope(input)));
        Assert.Equal(0, Doubles.Worst(net.Slope(input[0]), net.Slope(input.narrow(0, 0, 1))[0]));
    }

    [Fact]
    public void A_training_leaves_no_tensor_behind()
    {
        using var scope = NewDisposeScope();
        var (net, input) = Sample(outputs: 1);
        Assert.InRange(LiveTensors.LeftBy(() => Train(net, input)), 0, 0);
    }

    private static void Train(TanhNet net, Tensor input)
    {
        for (var step = 0; step < 100; step++)
        {
            using var inner = NewDisposeScope();
            (net.Slope(input).square().sum() + net.call(input).sum()).backward();
        }
    }

    private static (TanhNet Net, Tensor Input) Sample(int outputs)
    {
        Seed.Set(4);
        var net = new TanhNet(3, 7, outputs);
        net.to(float64);
        return (net, randn(8, 3, dtype: float64).requires_grad_());
    }

    private static Tensor By(TanhNet net, Tensor input)
    {
        Tensor[] weights = [.. net.parameters()];
        var lower = (input.matmul(weights[0].t()) + weights[1]).tanh();
        return (lower.matmul(weights[2].t()) + weights[3]).tanh().matmul(weights[4].t());
    }

    private static void Agree(TanhNet net, Tensor input, Tensor ours, Tensor theirs)
    {
        Tensor[] variables = [input, .. net.parameters()];
        var weighing = randn(ours.shape, dtype: float64);
        Assert.InRange(Doubles.Worst(ours, theirs), 0, 1e-12);
        var (found, expected) = (autograd.grad([(weighing * ours).sum()], variables), autograd.grad([(weighing * theirs).sum()], variables, retain_graph: true));
        Assert.Equal(6, found.Count);
        Assert.All(found.Zip(expected), pair => Assert.InRange(Doubles.Worst(pair.First, pair.Second), 0, 1e-11));
        Assert.All(expected, gradient => Assert.True(gradient.abs().max().ToDouble() > 1e-3));
    }
}
