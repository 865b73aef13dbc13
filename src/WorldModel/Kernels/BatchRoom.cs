namespace WorldModel.Kernels;

/// <summary>A block of lanes and where a slice of it may be gathered.</summary>
/// <param name="lanes">Lanes of the block.</param>
/// <param name="slice">Room for two vectors of each of a layer's numbers.</param>
internal readonly unsafe struct BatchRoom(int lanes, float* slice)
{
    internal int Lanes { get; } = lanes;

    internal float* Slice { get; } = slice;
}
