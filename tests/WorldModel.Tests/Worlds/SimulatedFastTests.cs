using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class SimulatedFastTests
{
    private readonly Simulated pendulum = new(new Pendulum(), 0.05);
    private readonly Tensor starts = rand([7, 2], generator: new Generator(1));
    private readonly Tensor actions = randn([7, 9, 1], generator: new Generator(2));

    [Fact]
    public void Lanes_serve_all_worlds_and_methods_of_the_library()
    {
        Integrator[] methods = [Integrators.Euler, Integrators.SymplecticEuler, Integrators.Rk4];
        Assert.All(methods, method => Assert.NotNull(new Simulated(new Pendulum(), 0.05, method).TryRun(starts, actions, 1)));
        Assert.NotNull(new Simulated(new Apple(), 0.05).TryRun(zeros(3, 6), zeros(3, 4, 0), 1));
        Assert.NotNull(new Simulated(new Projectile(), 0.05).TryRun(zeros(3, 4), zeros(3, 4, 0), 1));
    }

    [Fact]
    public void They_leave_to_TorchSharp_what_is_not_theirs()
    {
        Assert.Null(new Simulated(new Pendulum(), 0.05, (physics, state, action, dt) => state).TryRun(starts, actions, 1));
        Assert.Null(pendulum.TryRun(starts.to(float64), actions, 1));
        Assert.Null(pendulum.TryRun(starts, actions.to(float64), 1));
        Assert.Null(pendulum.TryRun(starts, actions.narrow(0, 0, 1), 1)); // one action for all: TorchSharp spreads it
        Assert.Null(new Simulated(new Pendulum { Length = ones(3, 1) }, 0.05).TryRun(starts, actions, 1));
        Assert.Null(new Simulated(new Pendulum { Length = ones([7, 1], float64) }, 0.05).TryRun(starts, actions, 1));
    }

    [Fact]
    public void A_gradient_that_is_asked_still_flows_and_is_forgotten_where_none_is()
    {
        var length = tensor(0.9f).requires_grad_();
        var world = new Simulated(new Pendulum { Length = length }, 0.05);
        world.Run(starts, actions).States.sum().backward();
        Assert.NotEqual(0, length.grad!.ToDouble());

        var moving = starts.clone().requires_grad_();
        pendulum.Run(moving, actions).States.sum().backward();
        Assert.True((moving.grad!.abs() > 0).all().ToBoolean());

        using var noGradient = no_grad();
        Assert.NotNull(world.TryRun(moving, actions, 1));
    }

    [Fact]
    public void Each_run_may_have_its_own_parameters()
    {
        var wind = rand([7, 3], generator: new Generator(4));
        var (apple, flights) = (new Apple { Wind = wind, Drag = rand([7, 1], generator: new Generator(5)), Gravity = tensor(1.6) }, rand([7, 6], generator: new Generator(6)) + 2);
        var found = new Simulated(apple, 0.02).TryRun(flights, zeros(7, 30, 0), 1);
        Assert.InRange(ByTensors.Difference(found!, ByTensors.World(apple, 0.02, Integrators.Rk4).Run(flights, 30).States), 0, 1e-5);
    }

    [Fact]
    public void Tensors_may_lie_in_memory_in_any_order()
    {
        var (turned, spread) = (starts.t().contiguous().t(), actions.narrow(1, 2, 1).expand(7, 5, 1));
        Assert.False(turned.is_contiguous() || spread.is_contiguous());
        var found = pendulum.TryRun(turned, spread, 1)!;
        Assert.True(found.equal(pendulum.TryRun(starts, spread.contiguous(), 1)!).all().ToBoolean());
    }

    [Fact]
    public void No_runs_and_no_steps_are_rollouts_too()
    {
        Assert.Equal([0, 10, 2], pendulum.Run(starts.narrow(0, 0, 0), actions.narrow(0, 0, 0)).States.shape);
        Assert.True(pendulum.Run(starts, actions.narrow(1, 0, 0)).States.select(1, 0).equal(starts).all().ToBoolean());
    }

    [Fact]
    public void A_step_is_the_second_row_of_a_rollout()
    {
        var step = pendulum.Step(starts, actions.select(1, 0));
        Assert.True(step.equal(pendulum.Run(starts, actions).States.select(1, 1)).all().ToBoolean());
        Assert.True(step.is_contiguous());
    }

    [Fact]
    public void A_rollout_leaves_no_tensor_behind_and_its_states_to_the_callers_scope()
    {
        Assert.Equal(0, LiveTensors.LeftBy(() =>
        {
            using var scope = NewDisposeScope();
            _ = pendulum.Run(starts, actions);
            _ = pendulum.Step(starts, actions.select(1, 0));
        }));
        Assert.Equal(0, LiveTensors.LeftBy(() => pendulum.TryRun(starts, actions, 1)!.Dispose()));
    }

    [Fact]
    public void A_parameter_may_differ_from_run_to_run()
    {
        var stiffness = rand([7, 1], generator: new Generator(7)) + 1;
        var found = new Simulated(new Spring { Stiffness = stiffness }, 0.01).TryRun(starts, zeros(7, 100, 0), 1);
        Assert.InRange(ByTensors.Difference(found!, ByTensors.World(new Spring { Stiffness = stiffness }, 0.01, Integrators.Rk4).Run(starts, 100).States), 0, 1e-5);
    }
}
