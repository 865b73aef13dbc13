using TorchSharp.Modules;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed class FusedAdamMisuseTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Parameter weights = new(randn(3, 3));

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Doubles_and_pieces_of_other_tensors_are_refused()
    {
        Assert.Contains("32-bit floats", Assert.Throws<ArgumentException>(() => new FusedAdam([new Parameter(zeros(2, dtype: ScalarType.Float64))])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FusedAdam([weights, new Parameter(zeros(3, 2).t())]));
    }

    [Theory]
    [InlineData(-1e-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_or_decay_that_makes_no_sense_is_refused_by_name(double value)
    {
        AssertNamed("LearningRate", () => new FusedAdam([weights], value));
        AssertNamed("weightDecay", () => new FusedAdam([weights], weightDecay: value));
        AssertNamed("Beta1", () => new FusedAdam([weights]) { Beta1 = value });
        AssertNamed("Beta2", () => new FusedAdam([weights]) { Beta2 = value });
        AssertNamed("Epsilon", () => new FusedAdam([weights]) { Epsilon = value });
        using FusedAdam adam = new([weights]);
        AssertNamed("LearningRate", () => adam.LearningRate = value);
    }

    [Fact]
    public void A_decay_of_1_would_never_learn_and_is_refused() => AssertNamed("Beta2", () => new FusedAdam([weights]) { Beta2 = 1 });

    [Fact]
    public void A_model_that_was_moved_to_another_number_type_is_refused()
    {
        var model = nn.Linear(3, 2);
        using FusedAdam adam = new(model.parameters());
        model.to(float64);
        Assert.Contains("make a new FusedAdam", Assert.Throws<InvalidOperationException>(adam.Step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_whose_numbers_were_exchanged_is_refused_unless_they_are_alike()
    {
        using FusedAdam adam = new([weights]);
        weights.sum().backward();
        using var noGradient = no_grad();
        weights.set_(randn(3, 3));
        adam.Step();
        weights.set_(randn(2, 2));
        Assert.Contains("parameter 0", Assert.Throws<InvalidOperationException>(adam.Step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_of_another_layout_is_refused()
    {
        using FusedAdam adam = new([weights]);
        weights.grad = randn(3, 3).t();
        Assert.Contains("gradient", Assert.Throws<InvalidOperationException>(adam.Step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_was_replaced_is_the_one_that_is_followed()
    {
        using FusedAdam adam = new([weights]);
        weights.sum().backward();
        adam.Step();
        var before = weights.detach().clone();
        weights.grad = zeros(3, 3) - 1;
        adam.Step();
        weights.grad = zeros(3, 3) - 1;
        adam.Step();
        Assert.True((weights > before).all().item<bool>());
        Assert.Equal(0, weights.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void After_Dispose_it_says_so()
    {
        FusedAdam adam = new([weights]);
        adam.Dispose();
        adam.Dispose();
        Assert.Throws<ObjectDisposedException>(adam.Step);
    }

    private static void AssertNamed(string name, Func<object> misuse) =>
        Assert.Contains(name, Assert.Throws<ArgumentOutOfRangeException>(misuse).Message, StringComparison.Ordinal);
}
