namespace WorldModel.Models;

/// <summary>A tensor as a file holds it.</summary>
/// <param name="Type">Type of its numbers.</param>
/// <param name="Shape">Its sides.</param>
/// <param name="Bytes">Its numbers, little-endian, the last side fastest; exactly as many as the shape needs.</param>
internal sealed record StoredTensor(ScalarType Type, long[] Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Overwrites a tensor of the same type and shape.</summary>
    internal void CopyTo(Tensor target)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var copy = empty(Shape, Type);
        if (Bytes.Length > 0)
        {
            Bytes.Span.CopyTo(copy.bytes);
        }

        target.copy_(copy);
    }

    /// <summary>Type and shape, as messages say them: <c>F32 [64, 3]</c>.</summary>
    public override string ToString() => Describe(Type, Shape);

    internal static string Describe(Tensor tensor) => Describe(tensor.dtype, tensor.shape);

    private static string Describe(ScalarType type, long[] shape) => $"{TensorTypes.NameOf(type)} [{string.Join(", ", shape)}]";
}
