using WorldModel.Data;
using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Hybrid;

public sealed class HybridTwinTests
{
    private static readonly Pendulum Damped = new() { Damping = tensor(0.3f) };
    private static readonly Pendulum Undamped = new() { Damping = tensor(0f) };

    [Fact]
    public void An_untrained_twin_is_its_law()
    {
        Seed.Set(1);
        var runs = Swings(4);
        var twin = HybridTwin.For(Undamped, runs, ["angular speed"]);
        Assert.Equal(0, Doubles.Worst(twin.Derivative(runs.Initial, zeros(4, 1)), Undamped.Derivative(runs.Initial, zeros(4, 1))));
        Assert.Equal(0, twin.Residual(runs.Initial, zeros(4, 1)).ToDouble());
    }

    [Fact]
    public void The_network_learns_what_the_law_leaves_out_and_nothing_in_other_channels()
    {
        Seed.Set(2);
        var (train, validation, test) = (Swings(24), Swings(8), Swings(16));
        var twin = HybridTwin.For(Undamped, train, ["angular speed"], width: 16);
        Simulated model = new(twin, 0.1);
        Trainer.Fit(
            twin.parameters(), Windows.Cut(train, 1), Windows.Cut(validation, 1),
            batch => (model.Run(batch.Initial, batch.Actions).States.narrow(1, 1, 1) - batch.Targets).square().mean() * 1000, new(Epochs: 30));
        double Error(IDynamics dynamics) => Horizon.ErrorByHorizon(test, dynamics.Predict(test)).At("angle", 3);
        Assert.True(Error(model) < 0.1 * Error(new Simulated(Undamped, 0.1)));
        var difference = twin.Derivative(test.Initial, zeros(16, 1)) - Undamped.Derivative(test.Initial, zeros(16, 1));
        Assert.Equal(0, difference.select(1, 0).abs().max().ToDouble());
        Assert.True(difference.select(1, 1).abs().max().ToDouble() > 0.01);
    }

    [Fact]
    public void Runs_of_another_kind_and_missing_channels_are_refused()
    {
        var runs = Swings(2);
        Assert.Contains("angle [rad]", Assert.Throws<ArgumentException>(() => HybridTwin.For(new Lorenz(), runs, ["x"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => HybridTwin.For(Undamped, runs, []));
        Assert.Throws<ArgumentException>(() => HybridTwin.For(Undamped, runs, ["temperature"]));
    }

    private static Trajectories Swings(int runs) => new Simulated(Damped, 0.1).Run(2 * rand(runs, 2) - 1, zeros(runs, 30, 1));
}
