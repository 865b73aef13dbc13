using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// Equations of motion that are also written over lanes, so that <see cref="Simulated"/> steps many runs at once where
/// no gradient is asked. Both forms must say the same.
/// </summary>
public interface IFastPhysics : IPhysics
{
    /// <summary>The law with the parameters as they are now.</summary>
    LaneLaw Law { get; }
}
