namespace WorldModel.Evaluation;

/// <summary>How fast neighbours part: the clock by which forecasts of chaos are judged.</summary>
public static class Lyapunov
{
    private const double Distance = 1e-6;

    /// <summary>
    /// Largest Lyapunov exponent [1/s]: two runs that start a hair apart, brought back to that distance after every step;
    /// the mean logarithmic growth (Benettin, Galgani, Giorgilli, Strelcyn, Meccanica 15, 1980). Its inverse is one
    /// Lyapunov time, in which an error grows e-fold. In double precision, whatever the given states are.
    /// </summary>
    /// <param name="dynamics">World or model without actions, in double precision or of parameters that are.</param>
    /// <param name="initial">Where runs start [B, S], better on the attractor; more of them narrow the mean.</param>
    /// <param name="seconds">Length of the average [s].</param>
    /// <param name="settle">Time before it begins [s], so that the pair lies along the fastest direction.</param>
    /// <exception cref="InvalidOperationException">The dynamics take actions.</exception>
    /// <exception cref="ArgumentException">A run left what numbers can hold.</exception>
    public static double LargestExponent(IDynamics dynamics, Tensor initial, double seconds, double settle = 5)
    {
        if (dynamics.Action.Size > 0)
        {
            throw new InvalidOperationException($"an exponent is of motion that is left alone, and these dynamics take actions ({dynamics.Action})");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, dynamics.Dt);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (states, growth) = (initial.to(ScalarType.Float64), 0.0);
        var apart = ones_like(states) * (Distance / Math.Sqrt(states.shape[1]));
        var (before, measured) = ((int)Math.Round(settle / dynamics.Dt), (int)Math.Round(seconds / dynamics.Dt));
        for (var step = 0; step < before + measured; step++)
        {
            using var inner = NewDisposeScope();
            var (next, parted) = Advance(dynamics, states, apart);
            growth += step < before ? 0 : (parted.norm(-1, false, 2f) / Distance).log().mean().item<double>();
            apart = (parted * (Distance / parted.norm(-1, true, 2f))).MoveToOuterDisposeScope();
            states = next.MoveToOuterDisposeScope();
        }

        return double.IsFinite(growth) ? growth / (measured * dynamics.Dt) : throw new ArgumentException("a run became infinite or met its neighbour exactly: start nearer to the motion that lasts", nameof(initial));
    }

    // Both neighbours in one batch.
    private static (Tensor States, Tensor Apart) Advance(IDynamics dynamics, Tensor states, Tensor apart)
    {
        var both = dynamics.Step(cat([states, states + apart], dim: 0), zeros([2 * states.shape[0], 0], dtype: states.dtype));
        var halves = both.chunk(2, 0);
        return (halves[0], halves[1] - halves[0]);
    }
}
