namespace WorldModel.Kernels;

/// <summary>
/// Sizes of a fully connected network and where its numbers lie in one stretch of memory: layer after layer, weights then
/// bias. Sizes are filled up to multiples of eight with zeros, which stay zero through training: their inputs are zero, so
/// are their gradients.
/// </summary>
internal sealed class MlpShape
{
    /// <summary>Room behind a layer's outputs, so that the widest vector of outputs may be added whole.</summary>
    private const int Widest = 16;

    private readonly int[] sizes;
    private readonly long[] weightsAt;
    private readonly long[] biasAt;

    /// <param name="activation">Of all layers but the last.</param>
    /// <param name="sizes">Inputs, hidden units of each layer, outputs.</param>
    internal MlpShape(Activation activation, params int[] sizes)
    {
        if (sizes.Length < 2 || sizes.Any(size => size < 1))
        {
            throw new ArgumentException($"a network needs inputs and outputs, at least one each, not [{string.Join(", ", sizes)}]", nameof(sizes));
        }

        (Activation, this.sizes) = (activation, sizes);
        (weightsAt, biasAt) = (new long[Layers], new long[Layers]);
        for (var layer = 0; layer < Layers; layer++)
        {
            weightsAt[layer] = Count;
            Count += (long)RoundUp(Outputs(layer), Widest) * Inputs(layer);
            biasAt[layer] = Count;
            Count += RoundUp(Outputs(layer), Widest);
        }
    }

    internal Activation Activation { get; }

    internal int Layers => sizes.Length - 1;

    /// <summary>Numbers of one network, with what fills them up.</summary>
    internal long Count { get; }

    /// <summary>Floating point operations of one evaluation: a multiplication and an addition for each weight.</summary>
    internal double Flops => Enumerable.Range(0, Layers).Sum(layer => 2.0 * sizes[layer] * sizes[layer + 1]);

    /// <summary>Sizes as asked for: inputs, hidden units, outputs.</summary>
    internal ReadOnlySpan<int> Sizes => sizes;

    /// <summary>The largest layer's outputs.</summary>
    internal int Widths => Enumerable.Range(0, Layers).Max(Outputs);

    internal int Inputs(int layer) => RoundUp(sizes[layer], 8);

    internal int Outputs(int layer) => RoundUp(sizes[layer + 1], 8);

    internal long WeightsAt(int layer) => weightsAt[layer];

    internal long BiasAt(int layer) => biasAt[layer];

    /// <summary>Place of a weight within its layer: panels of eight outputs, [outputs / 8][inputs][8].</summary>
    internal long Place(int layer, int output, int input) => (((long)(output / 8) * Inputs(layer)) + input) * 8 + (output % 8);

    internal static int RoundUp(int size, int multiple) => (size + multiple - 1) / multiple * multiple;
}
