namespace WorldModel.Learning;

/// <summary>What one pass over the training windows left.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Train">Mean loss over the epoch's batches, measured while the weights were changing.</param>
/// <param name="Validation">Loss on the validation windows after the epoch.</param>
public sealed record EpochLoss(int Epoch, double Train, double Validation);
