namespace WorldModel.Worlds;

/// <summary>
/// What stands between a world and whoever learns from it: readings at a rate, with noise, some of them lost.
/// </summary>
public sealed record Sensor
{
    /// <summary>Readings per second [Hz]; the world's own rate when 0.</summary>
    public double Rate { get; init; }

    /// <summary>Standard deviation of each channel's noise, in the channel's unit; size S.</summary>
    public required double[] Noise { get; init; }

    /// <summary>Probability that a reading is lost, 0 to 1.</summary>
    public double DropOut { get; init; }

    /// <summary>
    /// Readings of runs. A lost reading is NaN in all its channels. Where the sensor is slower than the world, an
    /// action is the mean of those between two readings. No gradient leads back to the truth.
    /// </summary>
    /// <param name="truth">The world's own states [B, T+1, S].</param>
    /// <param name="seed">Seed of noise and drop-outs.</param>
    /// <exception cref="ArgumentException">Noise has the wrong size, the rate does not divide the world's, or a run ends before the second reading.</exception>
    public Trajectories Observe(Trajectories truth, int seed)
    {
        Validate(truth);
        var stride = Stride(truth);
        var steps = truth.Steps / stride;
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using var generator = Seed.Generator(seed);

        var rows = arange(0, steps * stride + 1, stride, device: truth.States.device);
        var states = truth.States.index_select(1, rows);
        var noise = randn(states.shape, generator: generator).to(states.dtype, states.device) * tensor(Noise).to(states.dtype, states.device);
        var lost = (rand([truth.Runs, steps + 1, 1], generator: generator) < DropOut).to(states.device);
        var seen = (states + noise).masked_fill(lost, double.NaN);
        var actions = truth.Actions.narrow(1, 0, steps * stride).reshape(truth.Runs, steps, stride, truth.Action.Size).mean([2]);
        return new(truth.State, truth.Action, seen.MoveToOuterDisposeScope(), actions.MoveToOuterDisposeScope(), truth.Dt * stride);
    }

    private void Validate(Trajectories truth)
    {
        if (Noise.Length != truth.State.Size || Noise.Any(deviation => !(deviation >= 0 && double.IsFinite(deviation))))
        {
            throw new ArgumentException($"noise needs one standard deviation of at least 0 for each of: {truth.State}; it is [{string.Join(", ", Noise)}]");
        }

        if (DropOut is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"the probability of a lost reading must lie in 0 to 1, and is {DropOut}");
        }
    }

    private int Stride(Trajectories truth)
    {
        var stride = Rate == 0 ? 1 : (int)Math.Round(1 / (Rate * truth.Dt));
        if (stride < 1 || (Rate != 0 && !(Math.Abs(stride * Rate * truth.Dt - 1) < 1e-6)))
        {
            throw new ArgumentException($"a sensor of {Rate} Hz cannot sample a world of {1 / truth.Dt:g6} Hz: the world's rate must be a multiple of the sensor's");
        }

        return stride <= truth.Steps
            ? stride
            : throw new ArgumentException($"a sensor of {Rate} Hz takes no second reading in runs of {truth.Steps * truth.Dt:g6} s");
    }
}
