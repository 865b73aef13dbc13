namespace WorldModel.Learning;

/// <summary>What measurements tell about an unknown.</summary>
/// <param name="Unknown">Which one.</param>
/// <param name="Value">Most likely value.</param>
/// <param name="StandardError">Standard error; infinite where the readings do not determine it.</param>
/// <param name="Lower">Lower end of the 90 % interval, never outside of the bounds.</param>
/// <param name="Upper">Upper end of the 90 % interval.</param>
/// <param name="IsDetermined">Whether the readings tell more about it than its bounds did.</param>
/// <param name="Verdict">The same in words, with the reason where they do not.</param>
public sealed record Estimate(Unknown Unknown, double Value, double StandardError, double Lower, double Upper, bool IsDetermined, string Verdict)
{
    /// <summary>Whether a value lies in the 90 % interval.</summary>
    public bool Covers(double value) => value >= Lower && value <= Upper;
}
