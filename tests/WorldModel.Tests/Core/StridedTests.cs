using WorldModel.Worlds;

namespace WorldModel.Tests.Core;

public sealed class StridedTests
{
    private static readonly Simulated World = new(new Pendulum(), 0.01);

    [Fact]
    public void One_step_is_several_steps_with_the_action_held()
    {
        var (start, torque) = (Doubles.Row(1, 0.5), Doubles.Row(0.7));
        Strided slow = new(World, 5);
        var run = World.Run(start, torque.expand(1, 5, 1));
        Assert.True(slow.Step(start, torque).Equals(run.States.select(1, 5)));
        Assert.Equal(0.05, slow.Dt, 1e-12);
        Assert.True(slow.State.SameAs(World.State) && slow.Action.SameAs(World.Action));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void It_steps_at_least_once(int stride) => Assert.Throws<ArgumentOutOfRangeException>(() => new Strided(World, stride));

    [Fact]
    public void No_tensor_is_left_behind_but_the_state()
    {
        var (start, torque) = (Doubles.Row(1, 0.5), Doubles.Row(0.7));
        Strided slow = new(World, 5);
        Assert.Equal(1, LiveTensors.LeftBy(() => slow.Step(start, torque)));
    }
}
