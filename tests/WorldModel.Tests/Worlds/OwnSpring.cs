using WorldModel.Kernels;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

/// <summary>A world that a reader might write: dv/dt = −k·x, in tensors and over lanes, through public types alone.</summary>
internal sealed class OwnSpring(Tensor stiffness) : IFastPhysics
{
    public Space State { get; } = new(new("x", "m"), new("speed", "m/s"));

    public Space Action => Space.None;

    public LaneLaw Law => LaneLaw.Of(new OwnLaw(), stiffness);

    public Tensor Derivative(Tensor state, Tensor action) =>
        cat([state.narrow(-1, 1, 1), -stiffness * state.narrow(-1, 0, 1)], dim: -1);

    private readonly struct OwnLaw : ILaneLaw
    {
        public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
            where T : unmanaged, ILane<T>
        {
            rate[0] = state[1];
            rate[1] = -parameters[0] * state[0];
        }
    }
}
