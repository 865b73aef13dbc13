using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>Which of the integrators kernels know.</summary>
internal static class LaneMethods
{
    /// <summary>The kernels' name for an integrator; null for one that a caller wrote, or that does not fit the state.</summary>
    internal static LaneMethod? Of(Integrator integrate, Space state)
    {
        if (integrate == new Integrator(Integrators.Rk4))
        {
            return LaneMethod.Rk4;
        }

        if (integrate == new Integrator(Integrators.Euler))
        {
            return LaneMethod.Euler;
        }

        return integrate == new Integrator(Integrators.SymplecticEuler) && state.Size % 2 == 0 ? LaneMethod.SymplecticEuler : null;
    }
}
