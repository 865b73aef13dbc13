namespace WorldModel.Twins;

/// <summary>
/// Where the unscented filter looks: at the mean, and at √(S + λ) deviations on both sides along each of S directions, with
/// λ = α²·(S + κ) − S. Source: Julier, The scaled unscented transformation, American Control Conference 2002; notation of
/// Wan and van der Merwe 2000.
/// </summary>
/// <param name="Alpha">α, how far the points spread; above 0. A very small one takes differences of nearly equal numbers.</param>
/// <param name="Beta">β, added to the weight of the mean point's covariance.</param>
/// <param name="Kappa">κ; when not given 3 − S, but at least 0, so that no weight is negative.</param>
public sealed record SigmaPoints(double Alpha = 1, double Beta = 0, double? Kappa = null);
