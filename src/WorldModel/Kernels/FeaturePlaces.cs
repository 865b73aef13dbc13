namespace WorldModel.Kernels;

/// <summary>Which channels of a state go into networks, and how.</summary>
/// <param name="Plain">Channels as they are.</param>
/// <param name="Periodic">Angles, which enter as all their cosines and then all their sines.</param>
/// <param name="Turned">x, y and the heading, along and across which networks answer; or none.</param>
internal sealed record FeaturePlaces(int[] Plain, int[] Periodic, int[] Turned);
