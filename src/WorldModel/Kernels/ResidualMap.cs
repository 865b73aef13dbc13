namespace WorldModel.Kernels;

/// <summary>What a network of changes stands in: next state = state + changes · network((state, action) − mean) / deviation).</summary>
/// <param name="Shape">Of the network.</param>
/// <param name="Mean">Of each input, in its unit.</param>
/// <param name="Inverse">One over the deviation of each input.</param>
/// <param name="Changes">What one of the network's outputs means, in the state's unit.</param>
internal sealed record ResidualMap(MlpShape Shape, float[] Mean, float[] Inverse, float[] Changes)
{
    /// <summary>Channels of the state.</summary>
    internal int States => Changes.Length;

    /// <summary>Channels of the action.</summary>
    internal int Actions => Mean.Length - Changes.Length;
}
