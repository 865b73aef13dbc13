namespace WorldModel.Twins;

/// <summary>Estimated runs: at each time a mean and a covariance, in 64-bit floats. Holds tensors, so two of them do not compare by value.</summary>
public sealed record KalmanEstimates
{
    /// <summary>Channels of the state, size S.</summary>
    public Space State => throw new NotImplementedException();

    /// <summary>Channels of the action, size A.</summary>
    public Space Action => throw new NotImplementedException();

    /// <summary>Means [B, T+1, S].</summary>
    public Tensor Means => throw new NotImplementedException();

    /// <summary>Covariances [B, T+1, S, S].</summary>
    public Tensor Covariances => throw new NotImplementedException();

    /// <summary>Actions [B, T, A].</summary>
    public Tensor Actions => throw new NotImplementedException();

    /// <summary>Time between two estimates [s].</summary>
    public double Dt => throw new NotImplementedException();

    /// <summary>Number of runs B.</summary>
    public int Runs => throw new NotImplementedException();

    /// <summary>Number of steps T of each run.</summary>
    public int Steps => throw new NotImplementedException();

    /// <summary>The means as runs, for charts and errors.</summary>
    public Trajectories ToTrajectories() => throw new NotImplementedException();

    /// <summary>Standard deviation of each channel [B, T+1, S], in its unit.</summary>
    public Tensor Deviations() => throw new NotImplementedException();

    /// <summary>Both ends, as runs, of each channel's interval that holds the truth with a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public (Trajectories Low, Trajectories High) Band(double confidence = 0.9) => throw new NotImplementedException();

    /// <summary>Share of all times and runs at which the truth lies in the interval of <see cref="Band"/>, a channel each [S]; missing truth is left out.</summary>
    /// <exception cref="ArgumentException">The truth has other channels, times or runs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public double[] Coverage(Trajectories truth, double confidence = 0.9) => throw new NotImplementedException();

    /// <summary>What is believed at a step of a run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step or run.</exception>
    public Belief At(int step, int run = 0) => throw new NotImplementedException();

    /// <summary>What is believed at the end, a run each: where a forecast begins.</summary>
    public IReadOnlyList<Belief> Last() => throw new NotImplementedException();

    /// <summary>
    /// Normalised estimation error squared: e′·P⁻¹·e with the true error e, a mean over runs, divided by S; about 1 when the
    /// covariance is right (Bar-Shalom, Li, Kirubarajan, Estimation with Applications to Tracking and Navigation, 2001, 5.4).
    /// </summary>
    /// <param name="truth">What happened, at the same times. Of a world with finer steps, the readings of a sensor without noise.</param>
    /// <param name="confidence">Probability of the bounds.</param>
    /// <exception cref="ArgumentException">The truth has other channels, times or runs, or lacks a state.</exception>
    /// <exception cref="InvalidOperationException">A covariance has no inverse: a channel is held to be known exactly.</exception>
    public Consistency Nees(Trajectories truth, double confidence = 0.95) => throw new NotImplementedException();
}
