namespace WorldModel.Charts;

/// <summary>What moves in a drawing.</summary>
/// <param name="Seconds">Time of each frame [s].</param>
/// <param name="Tracks">What moves.</param>
internal sealed record Motion(double[] Seconds, IReadOnlyList<Track> Tracks);
