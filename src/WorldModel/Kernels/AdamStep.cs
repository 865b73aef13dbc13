namespace WorldModel.Kernels;

/// <summary>Numbers of one Adam update that are the same for all weights.</summary>
/// <param name="Rate">Learning rate over the first moment's correction 1 − β₁ᵗ.</param>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="Rest1">1 − β₁, which is not what single precision would make of the rounded β₁.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="Rest2">1 − β₂.</param>
/// <param name="Correction">1 / √(1 − β₂ᵗ).</param>
/// <param name="Epsilon">Added to the root of the second moment.</param>
/// <param name="Keep">What AdamW leaves of a weight, 1 − rate · decay; 1 for Adam.</param>
internal readonly record struct AdamStep(float Rate, float Beta1, float Rest1, float Beta2, float Rest2, float Correction, float Epsilon, float Keep);
