namespace WorldModel.Learning;

/// <summary>How to train.</summary>
/// <param name="Epochs">How often all windows are seen.</param>
/// <param name="BatchSize">Windows a step.</param>
/// <param name="LearningRate">Highest rate of Adam; <see cref="Schedule"/> says how it falls, epoch by epoch.</param>
/// <param name="Patience">Epochs without a better validation loss after which training stops; 0 never stops early.</param>
/// <param name="ClipNorm">Longest gradient that is followed, the 2-norm over all parameters; 0 for any length.</param>
/// <param name="ProgressLines">Lines that a whole training prints, and one more at its end; 0 for silence.</param>
public sealed record FitOptions(
    int Epochs = 100, int BatchSize = 256, double LearningRate = 3e-3, int Patience = 0, double ClipNorm = 0, int ProgressLines = 0)
{
    /// <summary>How the learning rate changes.</summary>
    public RateSchedule Schedule { get; init; }

    /// <summary>Epochs over which the rate rises to its highest in equal steps, before the schedule begins.</summary>
    public int WarmUp { get; init; }

    /// <summary>AdamW's decay of the parameters a unit of learning rate (Loshchilov and Hutter, arXiv 1711.05101); 0 for none.</summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// Normal noise on the first state of each training window, new in every epoch: a fraction of the standard deviation of
    /// each channel over the training windows. Targets stay as they are. 0 for none.
    /// </summary>
    public double InputNoise { get; init; }

    /// <summary>
    /// Share of the epochs, 0 to 1, over which the horizon of training grows in equal steps from one step to that of the
    /// windows, whose later part the loss does not see until then. Validation always looks all the way. 0 for all at once.
    /// </summary>
    public double Ramp { get; init; }

    /// <summary>
    /// Steps through which the gradients of a rollout flow back at most (truncated back-propagation through time, Williams and
    /// Peng, Neural Computation 2, 1990): the state after each so many steps counts as given. For the rollouts of a
    /// <see cref="Models.ResidualMlp"/>; 0 for all steps.
    /// </summary>
    public int Truncation { get; init; }

    /// <summary>Is told after each epoch, on the training's own thread, how it goes and how long it will take; what was trained before a resumption is not told again.</summary>
    public IProgress<TrainingProgress>? Watcher { get; init; }

    /// <summary>
    /// A file that holds the training's state (safetensors). When the program was broken off at any moment and does the same
    /// again from its start, training goes on from there and ends bit for bit as if nothing had happened. A training has its
    /// own file; null for none.
    /// </summary>
    public string? Checkpoint { get; init; }

    /// <summary>Epochs after which the checkpoint is written again; it is written at the end in any case.</summary>
    public int CheckpointEvery { get; init; } = 10;

    /// <summary>Adam's rate in an epoch, counted from 1.</summary>
    internal double LearningRateIn(int epoch) => LearningRate * (
        epoch <= WarmUp ? epoch / (WarmUp + 1.0)
        : Schedule == RateSchedule.Constant ? 1
        : 0.5 * (1 + Math.Cos(Math.PI * (epoch - 1 - WarmUp) / (Epochs - WarmUp))));

    /// <summary>Steps of a window that training sees in an epoch, counted from 1.</summary>
    internal int HorizonIn(int epoch, int steps)
    {
        var ramp = Ramp * Epochs; // epochs before the horizon is whole
        return epoch - 1 >= ramp ? steps : 1 + (int)((steps - 1) * (epoch - 1) / ramp);
    }

    /// <summary>Refuses options that no training can follow.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Epochs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(Patience);
        ArgumentOutOfRangeException.ThrowIfNegative(ProgressLines);
        ArgumentOutOfRangeException.ThrowIfNegative(WarmUp);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(WarmUp, Epochs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(CheckpointEvery);
        ArgumentOutOfRangeException.ThrowIfNegative(Truncation);
        if (!double.IsFinite(LearningRate) || LearningRate <= 0 || !(ClipNorm >= 0))
        {
            throw new ArgumentException($"the learning rate must be above 0 and the clip norm at least 0; they are {LearningRate} and {ClipNorm}");
        }

        if (!double.IsFinite(WeightDecay) || WeightDecay < 0 || !double.IsFinite(InputNoise) || InputNoise < 0)
        {
            throw new ArgumentException($"weight decay and input noise must be finite and at least 0; they are {WeightDecay} and {InputNoise}");
        }

        if (Ramp is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"the ramp is a share of the epochs, from 0 to 1, and is {Ramp}");
        }
    }

    /// <summary>Refuses also what only a rollout of the trainer's own can follow.</summary>
    internal void ValidateWithoutRollout()
    {
        Validate();
        if (Truncation > 0)
        {
            throw new ArgumentException(
                $"truncation ({Truncation}) cuts the gradients of a residual network's rollouts, and this training has none of its own: detach states in the loss instead");
        }
    }
}
