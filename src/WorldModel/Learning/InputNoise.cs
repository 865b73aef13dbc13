using WorldModel.Data;

namespace WorldModel.Learning;

/// <summary>Training windows that start a little beside where they were seen to start, elsewhere in every epoch.</summary>
internal sealed class InputNoise : IDisposable
{
    private readonly Tensor start;
    private readonly Tensor clean;
    private readonly Tensor deviation;

    /// <param name="states">States [N, K+1, S]; the first of each is changed in place.</param>
    /// <param name="fraction">Of the standard deviation of each channel.</param>
    internal InputNoise(Tensor states, double fraction)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var scaler = Scaler.Fit(states);
        start = states.select(1, 0).DetachFromDisposeScope();
        clean = start.clone().DetachFromDisposeScope();
        deviation = (scaler.Deviation * fraction).DetachFromDisposeScope();
    }

    /// <summary>Draws new noise (of <see cref="Seed.Set"/>).</summary>
    internal void Renew()
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        start.copy_(clean + deviation * randn_like(clean));
    }

    public void Dispose()
    {
        start.Dispose();
        clean.Dispose();
        deviation.Dispose();
    }
}
