namespace WorldModel.Kernels;

/// <summary>
/// What an ensemble's networks stand in: next state = state + turned back (usual + changes · answer), where the answer is
/// that of a network to (features − mean) / deviation. A network's first outputs are means, its others free numbers from
/// which the logarithms of variances follow as in <see cref="LogVarianceBounds"/>.
/// </summary>
/// <param name="Shape">Of each network.</param>
/// <param name="Places">What of the state they see.</param>
/// <param name="Mean">Of each feature.</param>
/// <param name="Inverse">One over the deviation of each feature.</param>
/// <param name="Usual">Mean change of each channel.</param>
internal sealed record EnsembleMap(MlpShape Shape, FeaturePlaces Places, float[] Mean, float[] Inverse, float[] Usual)
{
    /// <summary>What one unit of an answer means for each channel.</summary>
    internal float[] Changes { get; } = new float[Usual.Length];

    /// <summary>The lowest and the highest variance that a network may be of, in the square of those units.</summary>
    internal (float Lowest, float Highest) Variances { get; init; }

    /// <summary>Channels of the state.</summary>
    internal int States => Usual.Length;

    /// <summary>Channels of the action.</summary>
    internal int Actions => Mean.Length - Places.Plain.Length - (2 * Places.Periodic.Length);
}
