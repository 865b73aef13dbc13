namespace WorldModel.Kernels;

/// <summary>Tensors of one piece of memory on the CPU, as kernels read them. libtorch's memory stays where it is as long as the tensor lives.</summary>
internal static unsafe class TensorRows
{
    /// <summary>All numbers of each row [N, ...].</summary>
    /// <param name="tensor">32-bit floats.</param>
    /// <param name="order">Which rows to take, one after another; null for all as they lie.</param>
    internal static BatchRows Rows(this Tensor tensor, long* order = null) =>
        new(tensor.Start<float>(), (nint)tensor.shape.Skip(1).Aggregate(1L, (numbers, size) => numbers * size), order);

    /// <summary>The first number.</summary>
    internal static T* Start<T>(this Tensor tensor) where T : unmanaged
    {
        fixed (byte* start = tensor.bytes)
        {
            return (T*)start;
        }
    }
}
