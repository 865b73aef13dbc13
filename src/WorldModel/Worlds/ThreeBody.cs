using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>Three point masses that attract each other in a plane: no closed form, and chaos almost everywhere.</summary>
public sealed class ThreeBody : IFastPhysics
{
    /// <summary>Time after which the three bodies of <see cref="FigureEight"/> are back [s] (Chenciner and Montgomery, 2000).</summary>
    public const double FigureEightPeriod = 6.32591398;

    /// <summary>Masses [3] [kg].</summary>
    public Tensor Masses { get; init; } = Constant.Of(1, 1, 1);

    /// <summary>Gravitational constant G [m³/(kg·s²)].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(1);

    /// <inheritdoc />
    public Space State { get; } = Gravitation.StateOf("first", "second", "third");

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new GravityLaw(), Gravity, new(Masses, Size: 3));

    /// <summary>
    /// A state [1, 12] from which three equal masses of 1 kg chase each other along a figure eight when G = 1. Source:
    /// Chenciner and Montgomery, A remarkable periodic solution of the three-body problem, Annals of Mathematics 152, 2000
    /// (numbers by C. Simó).
    /// </summary>
    public static Tensor FigureEight()
    {
        using var scope = NewDisposeScope();
        const double X = 0.97000436, Y = -0.24308753, Vx = -0.93240737, Vy = -0.86473146;
        double[] state = [X, Y, -X, -Y, 0, 0, -Vx / 2, -Vy / 2, -Vx / 2, -Vy / 2, Vx, Vy];
        return tensor(state).to(float32).unsqueeze(0).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action) => Gravitation.Derivative(state, Masses, Gravity);

    /// <summary>Energy [J] of states [..., 12], as [...].</summary>
    public Tensor Energy(Tensor state) => Gravitation.Energy(state, Masses, Gravity);

    /// <summary>Momentum [kg·m/s] of states [..., 12], as [..., 2].</summary>
    public Tensor Momentum(Tensor state) => Gravitation.Momentum(state, Masses);

    /// <summary>Angular momentum about the origin [kg·m²/s] of states [..., 12], as [...].</summary>
    public Tensor AngularMomentum(Tensor state) => Gravitation.AngularMomentum(state, Masses);
}
