using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// A cart on a rail with a pole hinged to it, pushed by a continuous force and without friction. Angle 0 stands upright and
/// grows clockwise, towards positive x. Sources: Barto, Sutton, Anderson, IEEE Transactions on Systems, Man, and Cybernetics
/// 13, 1983; equations as in Florian, Correct equations for the dynamics of the cart-pole system, 2007.
/// </summary>
public sealed class CartPole : IFastPhysics
{
    /// <summary>Mass of the cart M [kg].</summary>
    public Tensor CartMass { get; init; } = Constant.Of(1);

    /// <summary>Mass of the pole m [kg].</summary>
    public Tensor PoleMass { get; init; } = Constant.Of(0.1f);

    /// <summary>Half the length of the pole l [m], from the hinge to its centre.</summary>
    public Tensor HalfLength { get; init; } = Constant.Of(0.5f);

    /// <summary>Gravitational acceleration g [m/s²].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(9.81f);

    /// <inheritdoc />
    public Space State { get; } = new(new("x", "m"), new("angle", "rad"), new("speed", "m/s"), new("angular speed", "rad/s"));

    /// <inheritdoc />
    public Space Action { get; } = new(new Channel("force", "N"));

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new CartPoleLaw(), CartMass, PoleMass, HalfLength, Gravity);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (sine, cosine, turn) = (state.narrow(-1, 1, 1).sin(), state.narrow(-1, 1, 1).cos(), state.narrow(-1, 3, 1));
        var total = CartMass + PoleMass;
        var pushed = (action + PoleMass * HalfLength * turn.square() * sine) / total;
        var turning = (Gravity * sine - cosine * pushed) / (HalfLength * (4.0 / 3 - PoleMass * cosine.square() / total));
        return cat([state.narrow(-1, 2, 2), pushed - PoleMass * HalfLength * turning * cosine / total, turning], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Energy [J] of states [B, 4], as [B]: ½·(M + m)·v² + m·l·v·ω·cos θ + ⅔·m·l²·ω² + m·g·l·cos θ.</summary>
    public Tensor Energy(Tensor state)
    {
        using var scope = NewDisposeScope();
        var (cosine, speed, turn) = (state.select(-1, 1).cos(), state.select(-1, 2), state.select(-1, 3));
        var lever = PoleMass * HalfLength;
        var motion = 0.5 * (CartMass + PoleMass) * speed.square() + lever * speed * turn * cosine + 2.0 / 3 * lever * HalfLength * turn.square();
        return (motion + lever * Gravity * cosine).MoveToOuterDisposeScope();
    }
}
