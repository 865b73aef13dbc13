namespace WorldModel.Kernels;

/// <summary>One layer as kernels see it; sizes are multiples of 8, what was added to reach them is zero.</summary>
internal readonly unsafe struct DenseLayer(int inputs, int outputs, Activation activation, float* weights, float* bias, float* transposed)
{
    internal int Inputs { get; } = inputs;

    internal int Outputs { get; } = outputs;

    internal Activation Activation { get; } = activation;

    /// <summary>[outputs / 8][inputs][8].</summary>
    internal float* Weights { get; } = weights;

    /// <summary>[outputs].</summary>
    internal float* Bias { get; } = bias;

    /// <summary>[inputs / 8][outputs][8], for the way back.</summary>
    internal float* Transposed { get; } = transposed;
}
