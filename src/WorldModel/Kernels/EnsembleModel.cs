namespace WorldModel.Kernels;

/// <summary>Some networks of an ensemble as one model of blocks: it says the mean of their means, or draws around it.</summary>
/// <param name="map">What they stand in.</param>
/// <param name="weights">Of all networks of the ensemble.</param>
/// <param name="networks">Which ones speak.</param>
internal sealed class EnsembleModel(EnsembleMap map, MlpWeights weights, (int First, int Count) networks) : IBlockModel
{
    /// <inheritdoc />
    public int States => map.States;

    /// <inheritdoc />
    public int Actions => map.Actions;

    internal EnsembleMap Map => map;

    internal MlpWeights Weights => weights;

    internal (int First, int Count) Networks => networks;

    /// <summary>Draws from a network's Gaussian in every step; without it, the mean is taken. Only for a network alone.</summary>
    internal LaneNoise? Noise { get; set; }

    /// <inheritdoc />
    public IModelBlock Block(int lanes) => new EnsembleBlock(this, lanes);
}
