using System.Numerics.Tensors;

namespace WorldModel.Kernels;

/// <summary>
/// Gradients of networks' objectives. Blocks of lanes are dealt to shares, each with a gradient of its own; how many there
/// are follows from the batch alone, so the sum is the same on any number of threads.
/// </summary>
internal sealed unsafe class MlpGradient(MlpWeights weights, IReadOnlyList<MlpObjective> objectives, MlpPass pass) : IJob, IDisposable
{
    /// <summary>Most gradients of one network that are summed at the end.</summary>
    internal const int MostShares = 8;

    private readonly TransposeJob transpose = new(weights);
    private readonly double[] losses = new double[weights.Networks];
    private readonly double[] parts = new double[weights.Networks * MostShares];
    private NativeFloats gradients = new(0);
    private readonly IDisposable?[] scratch = new IDisposable?[Workers.Count];
    private BatchBlocks blocks;
    private int room;
    private bool wantsGradient;

    /// <summary>Gradients of a network that wait to be summed.</summary>
    internal int Shares { get; private set; }

    /// <summary>One share of a network's gradient.</summary>
    internal float* Of(int network, int share) => gradients.Pointer + (((network * (long)room) + share) * weights.Shape.Count);

    /// <summary>Adds the batch's gradients to the shares; returns the mean loss of each network.</summary>
    internal ReadOnlySpan<double> Compute()
    {
        Workers.Run(transpose, weights.Networks);
        return Go(withGradient: true);
    }

    /// <summary>The mean loss of each network alone.</summary>
    internal ReadOnlySpan<double> Loss() => Go(withGradient: false);

    /// <summary>Moves all shares of a stretch of a network's gradient into the first.</summary>
    internal void Sum(int network, long start, long count)
    {
        var sum = new Span<float>(Of(network, 0) + start, (int)count);
        for (var share = 1; share < Shares; share++)
        {
            var other = new Span<float>(Of(network, share) + start, (int)count);
            TensorPrimitives.Add(sum, other, sum);
            other.Clear();
        }
    }

    internal void Clear() => gradients.Clear();

    public void Run(int piece, int worker)
    {
        var (network, share) = (piece / Shares, piece % Shares);
        var memory = scratch[worker] ??= objectives[network].Scratch(blocks.Lanes);
        var sum = 0.0;
        for (var block = share; block < blocks.Count; block += Shares)
        {
            sum += objectives[network].Add(pass, (weights, network), memory, blocks.Block(block), wantsGradient ? Of(network, share) : null);
        }

        parts[piece] = sum;
    }

    public void Dispose()
    {
        gradients.Dispose();
        Forget();
    }

    private ReadOnlySpan<double> Go(bool withGradient)
    {
        Prepare(withGradient);
        Workers.Run(this, weights.Networks * Shares);
        for (var network = 0; network < losses.Length; network++)
        {
            losses[network] = 0;
            for (var share = 0; share < Shares; share++)
            {
                losses[network] += parts[(network * Shares) + share];
            }
        }

        return losses;
    }

    // Memory grows with the first large batch and stays.
    private void Prepare(bool withGradient)
    {
        var before = blocks.Lanes;
        blocks = BatchBlocks.Of(objectives[0].Examples, pass.Multiple);
        (wantsGradient, Shares) = (withGradient, Math.Min(blocks.Count, MostShares));
        if (before != blocks.Lanes)
        {
            Forget();
        }

        scratch[0] ??= objectives[0].Scratch(blocks.Lanes);
        if (withGradient && Shares > room)
        {
            room = Shares;
            gradients.Dispose();
            gradients = new(weights.Networks * room * weights.Shape.Count);
        }
    }

    private void Forget()
    {
        for (var worker = 0; worker < scratch.Length; worker++)
        {
            scratch[worker]?.Dispose();
            scratch[worker] = null;
        }
    }

    private sealed class TransposeJob(MlpWeights weights) : IJob
    {
        public void Run(int piece, int worker) => weights.Transpose(piece);
    }
}
