namespace WorldModel.Evaluation;

/// <summary>Proper scores of forecasts that are given as samples: the lowest mean belongs to the forecaster who says what it believes.</summary>
public static class Scores
{
    /// <summary>
    /// Continuous ranked probability score by horizon and channel, [T+1, S] in the channel's unit: E|X − y| − ½·E|X − X′|,
    /// the mean over runs; the absolute error for a single sample (Gneiting and Raftery, JASA 102, 2007; the second term
    /// over pairs of different samples, Ferro, 2014, so that few samples do not look worse than many).
    /// </summary>
    /// <param name="truth">What happened, states [B, T+1, S].</param>
    /// <param name="samples">Sampled futures [M, B, T+1, S].</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public static Tensor Crps(Trajectories truth, Tensor samples)
    {
        Require(truth, samples);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var apart = (samples - truth.States).abs().mean([0]);
        return (apart - Pairs(samples, static difference => difference.abs())).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Energy score by horizon, [T+1]: E‖X − y‖ − ½·E‖X − X′‖ over all channels together, each divided by its deviation,
    /// the mean over runs. It also sees whether channels hang together as they should.
    /// </summary>
    /// <param name="truth">What happened, states [B, T+1, S].</param>
    /// <param name="samples">Sampled futures [M, B, T+1, S].</param>
    /// <param name="deviation">What counts as one unit, a channel each [S].</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public static Tensor Energy(Trajectories truth, Tensor samples, Tensor deviation)
    {
        Require(truth, samples);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var apart = ((samples - truth.States) / deviation).norm(-1, false, 2f).mean([0]);
        return (apart - Pairs(samples / deviation, static difference => difference.norm(-1, false, 2f))).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>1 − error/control: 1 is perfect, 0 no better than the control, below 0 worse than it.</summary>
    /// <exception cref="ArgumentException">The control's error is not above 0, so nothing can be compared with it.</exception>
    public static double Skill(double error, double control) =>
        control > 0 ? 1 - (error / control) : throw new ArgumentException($"the control's error must be above 0, and it is {control}", nameof(control));

    // Half the mean distance of two different samples, sample by sample so that memory stays small.
    private static Tensor Pairs(Tensor samples, Func<Tensor, Tensor> distance)
    {
        var count = (int)samples.shape[0];
        var sum = zeros_like(distance(samples[0]));
        for (var lag = 1; lag < count; lag++)
        {
            using var inner = NewDisposeScope(); // or all differences would live at once
            sum = (sum + distance(samples.narrow(0, lag, count - lag) - samples.narrow(0, 0, count - lag)).sum(dim: 0)).MoveToOuterDisposeScope();
        }

        return count > 1 ? sum / ((double)count * (count - 1)) : sum;
    }

    private static void Require(Trajectories truth, Tensor samples)
    {
        if (samples.dim() != 4 || samples.shape[0] == 0 || !samples.shape.AsSpan(1).SequenceEqual(truth.States.shape))
        {
            throw new ArgumentException(
                $"samples of [{string.Join(", ", truth.States.shape)}] states must be [M, {string.Join(", ", truth.States.shape)}], not [{string.Join(", ", samples.shape)}]", nameof(samples));
        }
    }
}
