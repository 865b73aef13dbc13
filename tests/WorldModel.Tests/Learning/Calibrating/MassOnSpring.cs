using WorldModel.Worlds;

namespace WorldModel.Tests.Learning.Calibrating;

/// <summary>m·dv/dt = −k·x − m·d·v: mass and stiffness only ever appear as k/m.</summary>
internal sealed class MassOnSpring(Tensor mass, Tensor stiffness, Tensor damping) : IPhysics
{
    public Space State { get; } = new(new("x", "m"), new("speed", "m/s"));

    public Space Action => Space.None;

    public Tensor Derivative(Tensor state, Tensor action)
    {
        var (x, speed) = (state.narrow(-1, 0, 1), state.narrow(-1, 1, 1));
        return cat([speed, -stiffness / mass * x - damping * speed], dim: -1);
    }
}
