using WorldModel.Worlds;

namespace WorldModel.Tests.Core;

public sealed class RolloutTests
{
    private static readonly Simulated World = new(new Pendulum(), 0.05);
    private static readonly Tensor Start = rand([4, 2], float64, generator: new Generator(1));
    private static readonly Tensor Torques = randn([4, 12, 1], float64, generator: new Generator(2));

    [Fact]
    public void A_rollout_of_one_step_equals_Step()
    {
        var run = World.Run(Start, Torques.narrow(1, 0, 1));
        Assert.True(run.States.select(1, 1).Equals(World.Step(Start, Torques.select(1, 0))));
        Assert.True(run.Initial.Equals(Start));
    }

    [Fact]
    public void Two_rollouts_end_to_end_equal_one()
    {
        var (whole, first) = (World.Run(Start, Torques), World.Run(Start, Torques.narrow(1, 0, 5)));
        var second = World.Run(first.States.select(1, 5), Torques.narrow(1, 5, 7));
        Assert.True(whole.States.Equals(cat([first.States, second.States.narrow(1, 1, 7)], dim: 1)));
    }

    [Fact]
    public void A_prediction_of_a_worlds_own_runs_by_itself_is_exact()
    {
        var truth = World.Run(Start, Torques);
        Assert.True(World.Predict(truth).States.Equals(truth.States));
    }

    [Fact]
    public void Predict_keeps_no_gradient_and_Run_does()
    {
        Simulated twin = new(new Pendulum { Length = Doubles.Scalar(1).requires_grad_() }, 0.05);
        Assert.True(twin.Run(Start, Torques).States.requires_grad);
        Assert.False(twin.Predict(World.Run(Start, Torques)).States.requires_grad);
    }

    [Fact]
    public void Dynamics_without_actions_run_for_a_number_of_steps()
    {
        var run = new Simulated(new Apple(), 0.1).Run(zeros([3, 6]), 7);
        Assert.Equal([3, 8, 6], run.States.shape);
        Assert.Equal([3, 7, 0], run.Actions.shape);
    }

    [Fact]
    public void Dynamics_with_actions_do_not_run_without() =>
        Assert.Contains("[B, T, 1]", Assert.Throws<InvalidOperationException>(() => World.Run(Start, 5)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new long[] { 4, 3 }, "[B, 2], not [4, 3]")]
    [InlineData(new long[] { 2 }, "[B, 2], not [2]")]
    public void Wrong_initial_states_are_named(long[] shape, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => World.Run(zeros(shape), Torques)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new long[] { 4, 12 }, "[4, T, 1], not [4, 12]")]
    [InlineData(new long[] { 3, 12, 1 }, "[4, T, 1], not [3, 12, 1]")]
    [InlineData(new long[] { 4, 12, 2 }, "[4, T, 1], not [4, 12, 2]")]
    public void Wrong_actions_are_named(long[] shape, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => World.Run(Start, zeros(shape))).Message, StringComparison.Ordinal);

    [Fact]
    public void No_tensor_is_left_behind_but_the_states()
    {
        var truth = World.Run(Start, Torques);
        Assert.Equal(1, LiveTensors.LeftBy(() => World.Run(Start, Torques)));
        Assert.Equal(1, LiveTensors.LeftBy(() => World.Predict(truth)));
        Assert.Equal(0, LiveTensors.LeftBy(() =>
        {
            using var scope = NewDisposeScope();
            World.Predict(World.Run(Start, Torques));
            new Simulated(new Apple(), 0.1).Run(Start.new_zeros([3, 6]), 7);
        }) - NewParametersOfAnApple);
    }

    private static int NewParametersOfAnApple => 5;
}
