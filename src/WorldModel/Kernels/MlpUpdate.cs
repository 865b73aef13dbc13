using System.Numerics.Tensors;

namespace WorldModel.Kernels;

/// <summary>Sums the shares of a gradient, shortens it if it is too long, and lets Adam change the weights.</summary>
internal sealed unsafe class MlpUpdate(MlpWeights weights, MlpGradient gradient, MlpPass pass) : IJob, IDisposable
{
    /// <summary>Floats of a piece: small enough to stay in the first cache from the sum to the update.</summary>
    private const int Piece = 2048;

    private readonly NativeFloats first = new(weights.Shape.Count * weights.Networks);
    private readonly NativeFloats second = new(weights.Shape.Count * weights.Networks);
    private readonly LengthJob length = new(weights, gradient);
    private AdamStep step;
    private bool isSummed;

    /// <summary>First moments of all networks.</summary>
    internal NativeFloats First => first;

    /// <summary>Second moments of all networks.</summary>
    internal NativeFloats Second => second;

    private int Pieces => (int)((weights.Shape.Count + Piece - 1) / Piece);

    internal void Apply(AdamStep step, double clipNorm)
    {
        (this.step, isSummed) = (step, clipNorm > 0);
        if (isSummed)
        {
            length.ClipNorm = clipNorm;
            Workers.Run(length, weights.Networks);
        }

        Workers.Run(this, weights.Networks * Pieces);
    }

    public void Run(int piece, int worker)
    {
        var (network, start) = (piece / Pieces, piece % Pieces * (long)Piece);
        var count = Math.Min(Piece, weights.Shape.Count - start);
        if (!isSummed)
        {
            gradient.Sum(network, start, count);
        }

        var at = (network * weights.Shape.Count) + start;
        pass.Adam(weights.Of(network) + start, gradient.Of(network, 0) + start, first.Pointer + at, second.Pointer + at, (count, step));
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    /// <summary>Brings gradients that are too long to the clip norm.</summary>
    private sealed class LengthJob(MlpWeights weights, MlpGradient gradient) : IJob
    {
        internal double ClipNorm { get; set; }

        // As torch's clip_grad_norm_: a little is added to the length, and nothing is made longer.
        public void Run(int piece, int worker)
        {
            gradient.Sum(piece, 0, weights.Shape.Count);
            var all = new Span<float>(gradient.Of(piece, 0), checked((int)weights.Shape.Count));
            var shorter = ClipNorm / (TensorPrimitives.Norm<float>(all) + 1e-6);
            if (shorter < 1)
            {
                TensorPrimitives.Multiply(all, (float)shorter, all);
            }
        }
    }
}
