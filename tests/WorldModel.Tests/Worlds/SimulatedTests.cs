using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class SimulatedTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_step_must_take_time(double dt) =>
        Assert.Contains("longer than 0 s", Assert.Throws<ArgumentOutOfRangeException>(() => new Simulated(new Pendulum(), dt)).Message, StringComparison.Ordinal);

    [Fact]
    public void It_takes_over_the_channels_of_its_physics()
    {
        var world = new Simulated(new Pendulum(), 0.05);
        Assert.Equal("angle [rad], angular speed [rad/s]", world.State.ToString());
        Assert.Equal("torque [rad/s²]", world.Action.ToString());
        Assert.Equal(0.05, world.Dt);
    }

    [Fact]
    public void Parameters_outlive_the_dispose_scope_in_which_their_world_was_made()
    {
        Simulated world;
        using (NewDisposeScope())
        {
            world = new(new Apple(), 0.01);
        }

        Assert.Equal(-9.81, Doubles.Of(world.Step(Doubles.Row(0, 0, 5, 0, 0, 0), zeros([1, 0])))[5] / 0.01, 1e-3);
    }

    [Fact]
    public void A_batch_steps_as_its_rows_do_one_by_one()
    {
        var world = new Simulated(new Apple { Wind = tensor(new[] { 1.0, 2, 0 }) }, 0.05);
        var starts = rand([8, 6], float64, generator: new Generator(3)) * 4 - 1;
        var together = world.Run(starts, 40).States;
        for (var run = 0; run < 8; run++)
        {
            Assert.Equal(0, Doubles.Worst(world.Run(starts.narrow(0, run, 1), 40).States[0], together[run]), 1e-12);
        }
    }
}
