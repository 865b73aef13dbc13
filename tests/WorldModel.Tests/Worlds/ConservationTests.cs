using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

/// <summary>Laws against what physics says of them: energies, momenta and closed forms, not against a second copy of the equations.</summary>
public sealed class ConservationTests
{
    private static readonly Tensor NoAction = zeros([50, 0], float64).DetachFromDisposeScope();

    [Fact]
    public void A_spring_swings_as_its_cosine()
    {
        using var scope = NewDisposeScope();
        Spring spring = new() { Stiffness = Doubles.Scalar(9), Mass = Doubles.Scalar(2) };
        var run = new Simulated(spring, 0.01).Run(Doubles.Row(0.5, 0), 1000);
        var exact = 0.5 * (Math.Sqrt(4.5) * arange(0, 1001, dtype: float64) * 0.01).cos();
        Assert.InRange(Doubles.Worst(run.States[0].select(1, 0), exact), 0, 1e-6);
        Assert.InRange(Doubles.Worst(spring.Energy(run.States), full([1, 1001], 0.5 * 9 * 0.25, float64)), 0, 1e-6);
    }

    [Fact]
    public void Nothing_feeds_or_drains_a_double_pendulum()
    {
        using var scope = NewDisposeScope();
        DoublePendulum pendulum = new() { Masses = tensor(new[] { 1.3, 0.7 }), Lengths = tensor(new[] { 0.8, 1.1 }) };
        var state = Somewhere(4);
        Assert.InRange(Rate(pendulum.Energy, pendulum, state, NoAction).abs().max().ToDouble(), 0, 1e-9);

        // Gravity's torque about the pivot turns both masses together: with the energy, that fixes both accelerations.
        var torque = -9.81f * (2.0 * 0.8 * state.select(1, 0).sin() + 0.7 * 1.1 * state.select(1, 1).sin());
        Assert.InRange(Doubles.Worst(Rate(Spin, pendulum, state, NoAction), torque), 0, 1e-9);

        static Tensor Spin(Tensor state)
        {
            var (first, second, together) = (0.8 * state.select(1, 2), 1.1 * state.select(1, 3), (state.select(1, 0) - state.select(1, 1)).cos());
            return 2.0 * 0.8 * first + 0.7 * (1.1 * second + (0.8 * second + 1.1 * first) * together);
        }
    }

    [Fact]
    public void Only_the_force_feeds_a_cart_with_a_pole()
    {
        using var scope = NewDisposeScope();
        CartPole cart = new() { CartMass = Doubles.Scalar(1.4), PoleMass = Doubles.Scalar(0.3), HalfLength = Doubles.Scalar(0.6) };
        var (state, force) = (Somewhere(4), randn([50, 1], float64));
        Assert.InRange(Doubles.Worst(Rate(cart.Energy, cart, state, force), force.squeeze(1) * state.select(1, 2)), 0, 1e-9); // power is force times speed
        Assert.InRange(Doubles.Worst(Rate(Momentum, cart, state, force), force.squeeze(1)), 0, 1e-9);

        static Tensor Momentum(Tensor state) => 1.7 * state.select(1, 2) + 0.3 * 0.6 * state.select(1, 3) * state.select(1, 1).cos();
    }

    [Fact]
    public void Lorenz_rests_where_his_equations_say_and_shrinks_every_volume_alike()
    {
        using var scope = NewDisposeScope();
        Lorenz lorenz = new() { Beta = Doubles.Scalar(8.0 / 3) };
        var side = Math.Sqrt(8.0 / 3 * 27);
        var rests = tensor(new[,] { { 0, 0, 0 }, { side, side, 27 }, { -side, -side, 27 } });
        Assert.InRange(lorenz.Derivative(rests, NoAction).abs().max().ToDouble(), 0, 1e-12);

        var state = Somewhere(3).requires_grad_();
        var rates = lorenz.Derivative(state, NoAction);
        var volume = Enumerable.Range(0, 3).Sum(i => autograd.grad([rates.select(1, i).sum()], [state], retain_graph: true)[0].select(1, i).mean().ToDouble());
        Assert.Equal(-(10 + 1 + 8.0 / 3), volume, 1e-9);
    }

    [Fact]
    public void Neighbours_in_Lorenz_part_at_the_known_rate()
    {
        using var scope = NewDisposeScope();
        Seed.Set(1);
        Simulated world = new(new Lorenz { Beta = Doubles.Scalar(8.0 / 3) }, 0.01);

        // Runs that begin near the origin circle together for 10 to 30 units of time before they spread over the attractor.
        var here = world.Run(Somewhere(3), 3000).States.select(1, 3000);
        var (from, to) = (world.Run(here, 1500).States, world.Run(here + 1e-10 * randn_like(here), 1500).States);
        var apart = (to - from).norm(2).log().mean([0]);
        Assert.Equal(0.906, (apart[1500] - apart[300]).ToDouble() / 12, 0.1); // Sprott, Chaos and Time-Series Analysis, 2003
    }

    [Fact]
    public void All_worlds_step_in_lanes_as_in_tensors()
    {
        using var scope = NewDisposeScope();
        Seed.Set(2);
        IPhysics[] worlds = [new Spring { Stiffness = tensor(3f) }, new Lorenz(), new CartPole { PoleMass = tensor(0.4f) }, new DoublePendulum { Masses = tensor(new[] { 1f, 0.6f }), Lengths = tensor(new[] { 0.7f, 1 }) }];
        foreach (var world in worlds)
        {
            var (start, actions) = (randn([37, world.State.Size]), randn([37, 20, world.Action.Size]));
            var found = new Simulated(world, 0.01).TryRun(start, actions, 1);
            Assert.InRange(ByTensors.Difference(found!, ByTensors.World(world, 0.01, Integrators.Rk4).Run(start, actions).States), 0, 1e-5);
        }
    }

    // States in no way special.
    private static Tensor Somewhere(int size)
    {
        Seed.Set(7);
        return 2 * randn([50, size], float64);
    }

    // How fast a quantity changes along the motion: its gradient times the state's rate of change.
    private static Tensor Rate(Func<Tensor, Tensor> quantity, IPhysics physics, Tensor state, Tensor action)
    {
        var at = state.detach().clone().requires_grad_();
        var slope = autograd.grad([quantity(at).sum()], [at])[0];
        return (slope * physics.Derivative(at, action)).sum(-1).detach();
    }
}
