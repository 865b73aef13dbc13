namespace WorldModel.Kernels;

/// <summary>What a network remembers of one block of lanes: every layer's activations, their slopes and their gradients.</summary>
internal sealed unsafe class MlpScratch : IDisposable
{
    private const long MostLanes = 16; // of a vector, the widest there is

    private readonly NativeFloats memory;
    private readonly long[] activationsAt;
    private readonly long[] slopesAt;
    private readonly long[] gradientsAt;
    private readonly long turnedAt;
    private readonly long sliceAt;
    private readonly MlpScratch lender;

    /// <param name="shape">Of the network.</param>
    /// <param name="lanes">Lanes of a block.</param>
    /// <param name="trains">Whether slopes and gradients will be needed.</param>
    /// <param name="lender">Whose room for gradients to use: they are needed only while one way back is under way.</param>
    internal MlpScratch(MlpShape shape, int lanes, bool trains, MlpScratch? lender = null)
    {
        (Lanes, this.lender) = (lanes, lender ?? this);
        (activationsAt, slopesAt, gradientsAt) = (new long[shape.Layers + 1], new long[shape.Layers + 1], new long[shape.Layers + 1]);
        var at = 0L;
        long Room(int features)
        {
            at += (long)features * lanes;
            return at - ((long)features * lanes);
        }

        for (var layer = 0; layer <= shape.Layers; layer++)
        {
            var features = layer == 0 ? shape.Inputs(0) : shape.Outputs(layer - 1);
            activationsAt[layer] = Room(features);
            slopesAt[layer] = trains ? Room(features) : 0;
            gradientsAt[layer] = trains && lender is null ? Room(features) : 0;
        }

        sliceAt = at;
        at += lender is null ? 2 * MostLanes * Math.Max(shape.Inputs(0), shape.Widths) : 0;
        turnedAt = trains && lender is null ? Room(MlpShape.RoundUp(shape.Widths, 32)) : 0;
        memory = new(at);
    }

    internal int Lanes { get; }

    /// <summary>[features][lanes] that go into a layer; of the number of layers, the network's outputs.</summary>
    internal float* Activations(int layer) => memory.Pointer + activationsAt[layer];

    /// <summary>Derivative of the activation of <see cref="Activations"/>.</summary>
    internal float* Slopes(int layer) => memory.Pointer + slopesAt[layer];

    /// <summary>Gradient of <see cref="Activations"/>, before the activation bent them.</summary>
    internal float* Gradients(int layer) => lender.memory.Pointer + lender.gradientsAt[layer];

    /// <summary>Room for one layer's gradients, turned.</summary>
    internal float* Turned => lender.memory.Pointer + lender.turnedAt;

    /// <summary>The block's lanes, and where a slice of them may lie.</summary>
    internal BatchRoom Room => new(Lanes, lender.memory.Pointer + lender.sliceAt);

    public void Dispose() => memory.Dispose();
}
