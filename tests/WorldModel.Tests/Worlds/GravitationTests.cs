using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class GravitationTests
{
    [Fact]
    public void Two_bodies_are_back_after_Keplers_period()
    {
        using var scope = NewDisposeScope();
        TwoBody world = new() { Masses = tensor(new[] { 1.5, 0.5 }), Gravity = Doubles.Scalar(2) };

        // Half the long axis from the energy of the relative orbit: E = −G·m₁·m₂/(2a).
        var start = Doubles.Row(-0.3, 0, 0.9, 0, 0, -0.4, 0, 1.2);
        var axis = -2 * 1.5 * 0.5 / (2 * world.RelativeEnergy(TwoBody.Relative(start)).ToDouble());
        var period = 2 * Math.PI * Math.Sqrt(Math.Pow(axis, 3) / (2 * 2));
        var end = new Simulated(world, period / 4000).Run(start, 4000).States[0, 4000];
        Assert.InRange(Doubles.Worst(end, start[0]), 0, 1e-7);
        Assert.InRange(Doubles.Worst(new Simulated(world, period / 4000).Run(start, 3900).States[0, 3900], start[0]), 0.05, 10);
    }

    [Fact]
    public void A_circular_orbit_stays_one()
    {
        using var scope = NewDisposeScope();
        TwoBody world = new() { Masses = ones(2, float64), Gravity = Doubles.Scalar(1) };
        var speed = 1 / (2 * Math.Sqrt(0.8)); // of each body at 0.8 m from the middle
        var run = new Simulated(world, 0.01).Run(Doubles.Row(0.8, 0, -0.8, 0, 0, speed, 0, -speed), 1000).States[0];
        Assert.InRange(Doubles.Worst(run.narrow(1, 0, 2).norm(1), full(1001, 0.8, float64)), 0, 1e-8);
    }

    [Fact]
    public void The_energy_of_two_bodies_is_that_of_their_relative_motion_and_of_their_middle()
    {
        using var scope = NewDisposeScope();
        Seed.Set(3);
        TwoBody world = new() { Masses = tensor(new[] { 1.3, 0.4 }), Gravity = Doubles.Scalar(0.7) };
        var state = randn([20, 8], float64);
        var middle = 0.5 * world.Momentum(state).square().sum(-1) / 1.7;
        Assert.InRange(Doubles.Worst(world.Energy(state), world.RelativeEnergy(TwoBody.Relative(state)) + middle), 0, 1e-12);
    }

    [Fact]
    public void Three_bodies_are_back_after_the_published_period_of_the_figure_eight()
    {
        using var scope = NewDisposeScope();
        ThreeBody world = new() { Masses = ones(3, float64), Gravity = Doubles.Scalar(1) };
        var start = ThreeBody.FigureEight().to(float64);
        var states = new Simulated(world, ThreeBody.FigureEightPeriod / 3000).Run(start, 3000).States;
        Assert.InRange(Doubles.Worst(states[0, 3000], start[0]), 0, 1e-4);

        // A third of the way each body is where another one began: they share one curve.
        Assert.InRange(Doubles.Worst(states[0, 1000].narrow(0, 0, 2), start[0].narrow(0, 2, 2)) * Doubles.Worst(states[0, 1000].narrow(0, 0, 2), start[0].narrow(0, 4, 2)), 0, 1e-4);
    }

    [Fact]
    public void Nothing_feeds_drains_pushes_or_turns_bodies_that_only_pull_at_each_other()
    {
        using var scope = NewDisposeScope();
        Seed.Set(5);
        ThreeBody three = new() { Masses = tensor(new[] { 1.0, 0.3, 2 }), Gravity = Doubles.Scalar(1.2) };
        var state = randn([30, 12], float64);
        Func<Tensor, Tensor>[] kept = [three.Energy, three.AngularMomentum, at => three.Momentum(at).select(-1, 0), at => three.Momentum(at).select(-1, 1)];
        Assert.All(kept, quantity => Assert.InRange(Rate(quantity, three, state), 0, 1e-8));
        Assert.True(Rate(at => at.select(-1, 6), three, state) > 1e-3); // The speed of one body is not kept.
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Momenta_instead_of_velocities_are_the_same_motion(double inertia)
    {
        using var scope = NewDisposeScope();
        Spring spring = new() { Stiffness = Doubles.Scalar(2), Mass = Doubles.Scalar(0.5) };
        Canonical canonical = new(spring, inertia);
        var run = new Simulated(spring, 0.01).Run(Doubles.Row(0.4, 0.3), 100).States;
        var told = new Simulated(canonical, 0.01).Run(canonical.ToMomenta(Doubles.Row(0.4, 0.3)), 100).States;
        Assert.InRange(Doubles.Worst(canonical.ToVelocities(told), run), 0, 1e-12);
    }

    [Fact]
    public void The_tasks_of_the_paper_are_this_spring_and_this_pendulum()
    {
        using var scope = NewDisposeScope();
        Canonical spring = new(new Spring { Stiffness = Doubles.Scalar(2), Mass = Doubles.Scalar(0.5) }, inertia: 0.5);
        Canonical pendulum = new(new Pendulum { Length = Doubles.Scalar(1), Gravity = Doubles.Scalar(6), Damping = Doubles.Scalar(0) }, inertia: 0.5);
        AssertFollows(spring, state => state.square().sum(-1));
        AssertFollows(pendulum, state => 3 * (1 - state.select(-1, 0).cos()) + state.select(-1, 1).square());
        Assert.Equal("momentum of x [kg·m/s]", spring.State.Channels[1].Label);
    }

    // dq/dt = ∂H/∂p and dp/dt = −∂H/∂q, the slopes by autograd.
    private static void AssertFollows(Canonical world, Func<Tensor, Tensor> energy)
    {
        Seed.Set(6);
        var state = randn([20, 2], float64).requires_grad_();
        var slope = autograd.grad([energy(state).sum()], [state])[0];
        var rate = stack([slope.select(1, 1), -slope.select(1, 0)], 1);
        Assert.InRange(Doubles.Worst(world.Derivative(state.detach(), zeros([20, world.Action.Size], float64)), rate), 0, 1e-12);
    }

    private static double Rate(Func<Tensor, Tensor> quantity, ThreeBody physics, Tensor state)
    {
        var at = state.detach().clone().requires_grad_();
        var slope = autograd.grad([quantity(at).sum()], [at])[0];
        return (slope * physics.Derivative(at, zeros([30, 0], float64))).sum(-1).abs().max().ToDouble();
    }
}
