using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Physics;

public sealed class LagrangianNetTests
{
    [Fact]
    public void Known_mass_matrix_and_potential_give_the_double_pendulum()
    {
        using var scope = NewDisposeScope();
        Seed.Set(8);
        var (state, force) = (randn([20, 4], float64), randn([20, 2], float64));
        var law = OfDoublePendulum(state.narrow(1, 0, 2));
        var free = new DoublePendulum().Derivative(state, zeros([20, 0], float64)).narrow(1, 2, 2);
        Assert.InRange(Doubles.Worst(law.Accelerations(state.narrow(1, 2, 2), null), free), 0, 1e-6);

        // A force adds M⁻¹·force.
        var mass = law.Factor.matmul(law.Factor.mT);
        var pushed = law.Accelerations(state.narrow(1, 2, 2), force) - law.Accelerations(state.narrow(1, 2, 2), null);
        Assert.InRange(Doubles.Worst(mass.matmul(pushed.unsqueeze(-1)).squeeze(-1), force), 0, 1e-10);
    }

    [Theory]
    [InlineData("double pendulum")]
    [InlineData("cart-pole")]
    public void Its_motion_is_the_one_that_autograd_finds_for_its_energy(string world)
    {
        using var scope = NewDisposeScope();
        var runs = world == "cart-pole" ? PhysicsRuns.Carts() : PhysicsRuns.DoubleSwings();
        var model = LagrangianNet.For(runs, width: 10);
        var (states, actions) = PhysicsRuns.Somewhere(runs);
        var rate = model.Derivative(states, actions);

        // Power is force times speed, and the generalised momentum M·v changes by ∂(T − V)/∂q and by the force.
        var at = states.clone().requires_grad_();
        var power = (autograd.grad([model.Energy(at).sum()], [at])[0] * rate).sum(1);
        var given = runs.Action.Size > 0 ? (actions * states.narrow(1, 2, 1)).sum(1) : zeros(9, float64);
        Assert.InRange(Doubles.Worst(power, given), 0, 1e-10);
        Assert.InRange(Doubles.Worst(MomentumRate(model, states, rate), Push(model, states, actions)), 0, 1e-6);
    }

    [Fact]
    public void Its_mass_is_symmetric_and_positive_and_an_angle_that_turned_once_is_the_same_angle()
    {
        using var scope = NewDisposeScope();
        var runs = PhysicsRuns.DoubleSwings();
        var model = LagrangianNet.For(runs, width: 10);
        var (states, actions) = PhysicsRuns.Somewhere(runs);
        var mass = model.Mass(states);
        Assert.InRange(Doubles.Worst(mass, mass.mT), 0, 0);
        Assert.True(linalg.eigvalsh(mass).min().ToDouble() > 0);
        var turned = states + tensor(new[] { 2 * Math.PI, -2 * Math.PI, 0, 0 });
        Assert.InRange(Doubles.Worst(model.Derivative(turned, actions), model.Derivative(states, actions)), 0, 1e-10);
    }

    // The Cholesky factor of [2, c; c, 1] with c = cos(first − second), m = l = 1, and its slope; V = −g·(2·cos first + cos second).
    private static EulerLagrange OfDoublePendulum(Tensor angles)
    {
        var apart = angles.select(1, 0) - angles.select(1, 1);
        var (cosine, sine, none, root) = (apart.cos(), apart.sin(), zeros_like(apart), Math.Sqrt(2));
        var corner = (1 - cosine.square() / 2).sqrt();
        var factor = Square(root * ones_like(apart), none, cosine / root, corner);
        var slope = Square(none, none, -sine / root, cosine * sine / (2 * corner));
        var pull = 9.81f * stack([2 * angles.select(1, 0).sin(), angles.select(1, 1).sin()], 1);
        return new(factor, stack([slope, -slope], 1), pull);
    }

    private static Tensor Square(params Tensor[] cells) => stack(cells, -1).reshape(-1, 2, 2);

    private static Tensor Momentum(LagrangianNet model, Tensor states) => model.Mass(states).matmul(states.narrow(1, 2, 2).unsqueeze(-1)).squeeze(-1);

    // By differences along the motion.
    private static Tensor MomentumRate(LagrangianNet model, Tensor states, Tensor rate) =>
        (Momentum(model, states + 1e-5 * rate) - Momentum(model, states - 1e-5 * rate)) / 2e-5;

    // ∂(T − V)/∂q at fixed velocities is −∂E/∂q + 2·∂T/∂q; V is the energy at rest.
    private static Tensor Push(LagrangianNet model, Tensor states, Tensor actions)
    {
        var at = states.clone().requires_grad_();
        var atRest = model.Energy(cat([at.narrow(1, 0, 2), zeros_like(at.narrow(1, 2, 2))], 1));
        var lagrangian = model.Energy(at) - 2 * atRest;
        var slope = autograd.grad([lagrangian.sum()], [at])[0].narrow(1, 0, 2);
        return actions.shape[1] == 0 ? slope : slope + nn.functional.pad(actions, (0, 1));
    }
}
