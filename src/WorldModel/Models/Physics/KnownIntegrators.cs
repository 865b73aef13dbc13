using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>The library's integrators by name, so that a file can say which one a model steps with.</summary>
internal static class KnownIntegrators
{
    private static readonly Integrator[] All = [Integrators.Euler, Integrators.SymplecticEuler, Integrators.Leapfrog, Integrators.Rk4];

    /// <exception cref="ArgumentException">The integrator was written by the caller.</exception>
    internal static string NameOf(Integrator integrate) => Array.Find(All, known => known == integrate)?.Method.Name
        ?? throw new ArgumentException($"a learned model steps with one of {Names()}, so that a file can hold it; for another one wrap it: new Simulated(model, dt, integrate)", nameof(integrate));

    /// <exception cref="ArgumentException">There is no such integrator.</exception>
    internal static Integrator Named(string name) => Array.Find(All, known => known.Method.Name == name)
        ?? throw new ArgumentException($"there is no integrator '{name}'; there are {Names()}", nameof(name));

    private static string Names() => string.Join(", ", All.Select(known => $"Integrators.{known.Method.Name}"));
}
