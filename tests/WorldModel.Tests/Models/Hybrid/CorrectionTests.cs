using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Hybrid;

public sealed class CorrectionTests
{
    private static readonly Apple Windy = new() { Drag = tensor(0.05f), Wind = tensor(new[] { 2f, -1f, 0 }) };

    [Fact]
    public void Untrained_it_adds_nothing_wherever_it_is_asked()
    {
        Seed.Set(1);
        var correction = Correction.For(rand(20, 2), tensor(new[] { 3f, 4f, 5f }));
        Assert.Equal(0, correction.call(100 * randn(7, 6, 2)).abs().max().ToDouble());
        Assert.Equal([7, 6, 3], correction.call(randn(7, 6, 2)).shape);
        Assert.Equal(0, correction.Size(randn(5, 2)).ToDouble());
    }

    [Fact]
    public void Its_size_is_its_output_in_units_of_its_scale()
    {
        Seed.Set(1);
        var correction = Correction.For(rand(20, 1), tensor(new[] { 4f }));
        using var noGradient = no_grad();
        correction.parameters().Last().fill_(0.5f);
        Assert.Equal(2, correction.call(ones(3, 1)).max().ToDouble(), 1e-6);
        Assert.Equal(0.25, correction.Size(ones(3, 1)).ToDouble(), 1e-6);
    }

    [Fact]
    public void Inside_a_law_it_finds_the_drag_that_grows_with_speed_and_the_law_finds_gravity_and_wind()
    {
        Seed.Set(3);
        var (train, validation) = (Throws(8), Throws(4));
        Parameter gravity = new(tensor(8f)), wind = new(zeros(2)); // along the ground: a wind that rises would look like less gravity
        var slowing = Correction.For(12 * rand(50, 1), tensor(new[] { 0.5f }));
        Tensor Rate(Tensor state, Tensor action)
        {
            var air = state.narrow(-1, 3, 3) - nn.functional.pad(wind, (0, 1));
            var speed = (air.square().sum(-1, keepdim: true) + 1e-6).sqrt();
            return cat([state.narrow(-1, 3, 3), -slowing.call(speed) * air - gravity * tensor(new[] { 0f, 0, 1 })], dim: -1);
        }

        Simulated model = new(new Equations(train.State, train.Action, Rate), 0.1, Integrators.Euler);
        Parameter[] unknowns = [gravity, wind, .. slowing.parameters()];
        Trainer.Fit(
            unknowns, Windows.Cut(train, 2), Windows.Cut(validation, 2),
            batch => (model.Run(batch.Initial, batch.Actions).States - batch.States).square().mean(), new(Epochs: 150, BatchSize: 64, LearningRate: 0.03));
        using var noGradient = no_grad();
        Assert.Equal(9.81, gravity.ToDouble(), 0.05);
        Assert.Equal(0, Doubles.Worst(wind, Windy.Wind.narrow(0, 0, 2)), 0.05);
        Assert.Equal(0.05 * 6, slowing.call(tensor(new[,] { { 6f } })).ToDouble(), 0.03);
    }

    [Fact]
    public void A_scale_that_is_no_size_and_a_rate_of_another_shape_are_refused()
    {
        Assert.Contains("above 0", Assert.Throws<ArgumentException>(() => Correction.For(rand(9, 2), tensor(new[] { 1f, 0 }))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Correction.For(rand(9, 2), tensor(1f)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Correction.For(rand(9, 2), ones(1), width: 0));
        Equations flat = new(new(new Channel("x", "m")), Space.None, (state, _) => state.squeeze(-1));
        Assert.Contains("x [m]", Assert.Throws<InvalidOperationException>(() => flat.Derivative(ones(4, 1), zeros(4, 0))).Message, StringComparison.Ordinal);
    }

    // Stepped as the model steps, so that there is a right answer.
    private static Trajectories Throws(int runs) => new Simulated(Windy, 0.1, Integrators.Euler).Run(
        cat([zeros(runs, 2), 90 * ones(runs, 1), 8 * (rand(runs, 3) * 2 - 1)], dim: 1), 20);
}
