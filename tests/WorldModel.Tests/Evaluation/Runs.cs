namespace WorldModel.Tests.Evaluation;

/// <summary>Runs with given states, for scores that can be worked out by hand.</summary>
internal static class Runs
{
    internal static Space State { get; } = new(new("x", "m"), new("y", "m"));

    /// <summary>States [B, T+1, 2] of (x, y), half a second apart.</summary>
    internal static Trajectories Of(double[,,] states, double dt = 0.5)
    {
        var values = tensor(states);
        return new(State, Space.None, values, zeros([values.shape[0], values.shape[1] - 1, 0], float64), dt);
    }
}
