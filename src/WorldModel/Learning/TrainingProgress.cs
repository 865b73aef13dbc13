namespace WorldModel.Learning;

/// <summary>How a training goes. It holds times, so a notebook that is to say the same when it runs again does not print it.</summary>
/// <param name="Epoch">The epoch that has just ended, and its losses.</param>
/// <param name="Epochs">How many there will be at most.</param>
/// <param name="WindowsPerSecond">Training windows seen a second, over all epochs since the program began.</param>
/// <param name="TimeLeft">Until the last epoch ends, if it goes on like this.</param>
public sealed record TrainingProgress(EpochLoss Epoch, int Epochs, double WindowsPerSecond, TimeSpan TimeLeft);
