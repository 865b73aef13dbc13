namespace WorldModel.Kernels;

/// <summary>Weights of networks of one shape, an ensemble of one or more, as kernels want them.</summary>
internal sealed unsafe class MlpWeights : IDisposable
{
    private readonly NativeFloats values;
    private readonly NativeFloats transposed;

    internal MlpWeights(MlpShape shape, int networks = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(networks);
        (Shape, Networks) = (shape, networks);
        (values, transposed) = (new(shape.Count * networks), new(shape.Count * networks));
    }

    internal MlpShape Shape { get; }

    internal int Networks { get; }

    /// <summary>All numbers of one network.</summary>
    internal float* Of(int network) => values.Pointer + (network * Shape.Count);

    internal DenseLayer Layer(int network, int layer)
    {
        var all = Of(network);
        return new(
            Shape.Inputs(layer), Shape.Outputs(layer), layer == Shape.Layers - 1 ? Activation.None : Shape.Activation,
            all + Shape.WeightsAt(layer), all + Shape.BiasAt(layer), transposed.Pointer + (network * Shape.Count) + Shape.WeightsAt(layer));
    }

    /// <summary>Renews what the way back through a network needs; to be called when weights have changed.</summary>
    internal void Transpose(int network)
    {
        for (var index = 0; index < Shape.Layers; index++)
        {
            var layer = Layer(network, index);
            for (var output = 0; output < layer.Outputs; output += 8)
            {
                for (var input = 0; input < layer.Inputs; input += 8)
                {
                    Turn.Eight(layer.Weights + ((nint)output * layer.Inputs) + (8 * input), 8, layer.Transposed + ((nint)input * layer.Outputs) + (8 * output), 8);
                }
            }
        }
    }

    /// <summary>Takes over a network's parameters: weight [outputs, inputs] and bias [outputs] of each layer in turn.</summary>
    internal void Load(int network, IReadOnlyList<Tensor> parameters)
    {
        Require(parameters);
        for (var layer = 0; layer < Shape.Layers; layer++)
        {
            fixed (byte* weights = parameters[2 * layer].bytes, bias = parameters[(2 * layer) + 1].bytes)
            {
                Panels(layer).Pack((float*)weights, Of(network) + Shape.WeightsAt(layer));
                new Span<float>(bias, Shape.Sizes[layer + 1]).CopyTo(new(Of(network) + Shape.BiasAt(layer), Shape.Sizes[layer + 1]));
            }
        }
    }

    /// <summary>Writes a network into parameters: weight [outputs, inputs] and bias [outputs] of each layer in turn.</summary>
    internal void Save(int network, IReadOnlyList<Tensor> parameters) => Save(Of(network), parameters);

    /// <summary>Writes numbers that lie as a network's do, such as a gradient, into tensors shaped like its parameters.</summary>
    internal void Save(float* numbers, IReadOnlyList<Tensor> parameters)
    {
        Require(parameters);
        for (var layer = 0; layer < Shape.Layers; layer++)
        {
            fixed (byte* weights = parameters[2 * layer].bytes, bias = parameters[(2 * layer) + 1].bytes)
            {
                Panels(layer).Unpack(numbers + Shape.WeightsAt(layer), (float*)weights);
                new Span<float>(numbers + Shape.BiasAt(layer), Shape.Sizes[layer + 1]).CopyTo(new(bias, Shape.Sizes[layer + 1]));
            }
        }
    }

    public void Dispose()
    {
        values.Dispose();
        transposed.Dispose();
    }

    private WeightPanels Panels(int layer) => new(Shape.Sizes[layer], Shape.Sizes[layer + 1], Shape.Inputs(layer));

    private void Require(IReadOnlyList<Tensor> parameters)
    {
        var expected = string.Join(", ", Enumerable.Range(0, Shape.Layers).Select(layer => $"[{Shape.Sizes[layer + 1]}, {Shape.Sizes[layer]}], [{Shape.Sizes[layer + 1]}]"));
        var found = string.Join(", ", parameters.Select(parameter => $"[{string.Join(", ", parameter.shape)}]"));
        if (found != expected)
        {
            throw new ArgumentException($"the network's parameters are {expected}, not {found}", nameof(parameters));
        }

        if (parameters.Any(parameter => parameter.dtype != ScalarType.Float32 || parameter.device_type != DeviceType.CPU || !parameter.is_contiguous()))
        {
            throw new ArgumentException("kernels take 32-bit floats on the CPU, each parameter in one piece", nameof(parameters));
        }
    }
}
