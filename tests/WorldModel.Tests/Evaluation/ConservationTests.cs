using WorldModel.Evaluation;
using WorldModel.Worlds;

namespace WorldModel.Tests.Evaluation;

public sealed class ConservationTests
{
    private static readonly Spring Slow = new();

    [Fact]
    public void A_larger_swing_has_the_error_of_its_energy()
    {
        using var scope = NewDisposeScope();
        var (truth, larger) = (Run(Slow, 1, 2), Run(Slow, 2, 2));
        double[] errors = Conservation.SquaredErrors(truth, larger, Slow.Energy);
        Assert.Equal([2.25, 2.25], errors.Select(error => Math.Round(error, 4))); // (½·2² − ½·1²)²
        Assert.Equal([0, 0], Conservation.SquaredErrors(truth, truth, Slow.Energy));
    }

    [Fact]
    public void A_quantity_over_time_is_a_channel()
    {
        using var scope = NewDisposeScope();
        var energy = Run(Slow, 1, 1).Along(new("energy", "J"), Slow.Energy);
        Assert.All(energy.Series("energy"), value => Assert.Equal(0.5, value, 1e-5));
    }

    [Fact]
    public void A_spring_that_is_too_fast_runs_ahead_by_turns_and_not_only_by_angles()
    {
        using var scope = NewDisposeScope();
        Spring fast = new() { Stiffness = tensor(4f) };
        var (truth, prediction) = (Run(Slow, 1, 1), Run(fast, 1, 1));

        // After 10 s the one turned by −10 rad, the other by −20 rad, seen in units in which its orbit is a circle.
        var round = new Trajectories(prediction.State, prediction.Action, prediction.States * tensor(new[] { 1, 0.5f }), prediction.Actions, prediction.Dt);
        Assert.Equal(-10, Phase.Errors(truth, round, "x", "speed").Single(), 1e-3);
        Assert.Equal(-10, Phase.Of(truth, "x", "speed")[0][^1], 1e-3);
    }

    [Fact]
    public void Runs_that_are_not_alike_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => Conservation.SquaredErrors(Run(Slow, 1, 1), Run(Slow, 1, 2), Slow.Energy));
        Assert.Throws<ArgumentException>(() => Phase.Errors(Run(Slow, 1, 1), Run(Slow, 1, 2), "x", "speed"));
    }

    private static Trajectories Run(Spring spring, float amplitude, int runs) => new Simulated(spring, 0.01).Run(tensor(new[] { amplitude, 0 }).expand(runs, 2).contiguous(), 1000);
}
