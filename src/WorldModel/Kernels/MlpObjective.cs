namespace WorldModel.Kernels;

/// <summary>What a training minimises: the mean over examples, which come in blocks of lanes.</summary>
internal abstract unsafe class MlpObjective
{
    /// <summary>Examples of the batch at hand.</summary>
    internal abstract int Examples { get; }

    /// <summary>Memory for one block of lanes.</summary>
    internal abstract IDisposable Scratch(int lanes);

    /// <summary>Adds one block to a network's gradient.</summary>
    /// <param name="pass">How to go through the network.</param>
    /// <param name="of">All networks' weights and which one is meant.</param>
    /// <param name="scratch">Of <see cref="Scratch"/>.</param>
    /// <param name="rows">Examples of the block.</param>
    /// <param name="gradient">Added to; null to ask for the loss alone.</param>
    /// <returns>The block's part of the mean loss.</returns>
    internal abstract double Add(MlpPass pass, (MlpWeights Weights, int Network) of, IDisposable scratch, (int First, int Count) rows, float* gradient);
}
