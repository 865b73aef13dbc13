using WorldModel.Evaluation;
using WorldModel.Worlds;

namespace WorldModel.Tests.Evaluation;

public sealed class ControlTests
{
    private static readonly Trajectories Swings = new Simulated(new Pendulum(), 0.05)
        .Run(randn([6, 2], float64, generator: new Generator(1)), randn([6, 25, 1], float64, generator: new Generator(2)));

    [Fact]
    public void Persistence_stays_where_it_starts()
    {
        var states = new Persistence(Swings).Predict(Swings).States;
        Assert.True(states.Equals(Swings.Initial.unsqueeze(1).expand(-1, 26, -1)));
    }

    [Fact]
    public void Constant_velocity_is_exact_where_no_force_acts()
    {
        Apple free = new() { Gravity = Doubles.Scalar(0), Drag = Doubles.Scalar(0) };
        var flight = new Simulated(free, 0.1).Run(rand([5, 6], float64, generator: new Generator(3)) + 1, 30);
        Assert.Equal(0, Doubles.Worst(new ConstantVelocity(flight).Predict(flight).States, flight.States), 1e-12);
    }

    [Fact]
    public void Constant_velocity_misses_half_g_t_squared_of_a_fall()
    {
        Apple heavy = new() { Gravity = Doubles.Scalar(9.81), Drag = Doubles.Scalar(0) };
        var fall = new Simulated(heavy, 0.1).Run(Doubles.Row(0, 0, 50, 1, 0, 0), 20);
        var error = Horizon.ErrorByHorizon(fall, new ConstantVelocity(fall).Predict(fall));
        Assert.Equal(9.81 / 2 * 4, error.At("height", 2), 1e-9);
    }

    [Fact]
    public void Constant_velocity_refuses_channels_that_are_no_positions_and_velocities()
    {
        Trajectories odd = new(Runs.State, Space.None, zeros([1, 2, 2]), zeros([1, 1, 0]), 1);
        Assert.Contains("x [m], y [m]", Assert.Throws<ArgumentException>(() => new ConstantVelocity(odd)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_state_is_the_mean_of_all_readings_but_the_initial_ones()
    {
        var runs = Runs.Of(new double[,,] { { { 99, 99 }, { 1, 10 }, { double.NaN, double.NaN } }, { { 99, 99 }, { 2, 30 }, { 6, 20 } } });
        var states = new MeanState(runs).Predict(runs).States;
        Assert.True(states.narrow(1, 1, 2).Equals(tensor(new[] { 3.0, 20 }).expand(2, 2, 2)));
        Assert.True(states.select(1, 0).Equals(runs.Initial));
    }

    [Fact]
    public void A_linear_model_is_exact_on_a_linear_system_with_actions_and_lost_readings()
    {
        var runs = Linear(still: false);
        runs.States[2, 7] = double.NaN;
        var fresh = Linear(still: false);
        Assert.Equal(0, Doubles.Worst(new LinearModel(runs).Predict(fresh).States, fresh.States), 1e-9);
    }

    [Fact]
    public void A_linear_model_copes_with_a_channel_that_never_changes()
    {
        var runs = Linear(still: true);
        Assert.Equal(0, Doubles.Worst(new LinearModel(runs).Predict(runs).States, runs.States), 1e-9);
    }

    [Fact]
    public void Controls_outlive_the_dispose_scope_in_which_they_were_made_and_leave_only_the_state()
    {
        var runs = Swings; // a static field that is first used within the scope would end with it
        IDynamics[] controls;
        using (NewDisposeScope())
        {
            controls = [new Persistence(runs), new ConstantVelocity(runs), new MeanState(runs), new LinearModel(runs)];
        }

        Assert.All(controls, control =>
        {
            Assert.Equal([6, 26, 2], control.Predict(Swings).States.shape);
            Assert.Equal(float64, control.Predict(Swings).States.dtype);
            Assert.True(control.State.SameAs(Swings.State) && control.Action.SameAs(Swings.Action) && control.Dt == Swings.Dt);
            Assert.Equal(1, LiveTensors.LeftBy(() => control.Predict(Swings)));
        });
    }

    private static Trajectories Linear(bool still)
    {
        var (matrix, push) = (tensor(new[,] { { 0.9, still ? 0 : 0.3 }, { -0.2, still ? 1 : 0.8 } }), tensor(new[,] { { 0.5, still ? 0 : -1 } }));
        Generator random = new(5);
        var actions = randn([6, 15, 1], float64, generator: random);
        List<Tensor> states = [randn([6, 2], float64, generator: random)];
        if (still)
        {
            states[0][TensorIndex.Colon, 1] = 7;
        }

        for (var step = 0; step < 15; step++)
        {
            states.Add(states[^1].matmul(matrix) + actions.select(1, step).matmul(push) + tensor(new[] { 0.1, 0 }));
        }

        return new(Runs.State, new(new Channel("push", "N")), stack(states, 1), actions, 1);
    }
}
