namespace WorldModel.Learning;

/// <summary>How to train.</summary>
/// <param name="Epochs">How often all windows are seen.</param>
/// <param name="BatchSize">Windows a step.</param>
/// <param name="LearningRate">First rate of Adam; falls along a half cosine, epoch by epoch, that would reach 0 after the last one.</param>
/// <param name="Patience">Epochs without a better validation loss after which training stops; 0 never stops early.</param>
/// <param name="ClipNorm">Longest gradient that is followed, the 2-norm over all parameters; 0 for any length.</param>
/// <param name="ProgressLines">Lines that a whole training prints, and one more at its end; 0 for silence.</param>
public sealed record FitOptions(
    int Epochs = 100, int BatchSize = 256, double LearningRate = 3e-3, int Patience = 0, double ClipNorm = 0, int ProgressLines = 0)
{
    /// <summary>Adam's rate in an epoch, counted from 1.</summary>
    internal double LearningRateIn(int epoch) => LearningRate * 0.5 * (1 + Math.Cos(Math.PI * (epoch - 1) / Epochs));

    /// <summary>Refuses options that no training can follow.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Epochs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(Patience);
        ArgumentOutOfRangeException.ThrowIfNegative(ProgressLines);
        if (!double.IsFinite(LearningRate) || LearningRate <= 0 || !(ClipNorm >= 0))
        {
            throw new ArgumentException($"the learning rate must be above 0 and the clip norm at least 0; they are {LearningRate} and {ClipNorm}");
        }
    }
}
