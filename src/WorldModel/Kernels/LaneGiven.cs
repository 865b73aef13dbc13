using System.Runtime.InteropServices;

namespace WorldModel.Kernels;

/// <summary>Values of a law's parameters in one piece of memory: one row for all runs, or one for each.</summary>
internal sealed unsafe class LaneGiven : IDisposable
{
    private readonly NativeFloats values;

    private LaneGiven(long rows, int size)
    {
        values = new(rows * size);
        (Size, RunStride) = (size, rows > 1 ? size : 0);
    }

    /// <summary>Numbers of one run.</summary>
    internal int Size { get; }

    /// <summary>Floats from one run's to the next one's; 0 where all runs share them.</summary>
    internal int RunStride { get; }

    internal float* Pointer => values.Pointer;

    /// <summary>Whether these values can be read: scalars of any precision, other shapes of 32-bit floats, and no gradient to be remembered.</summary>
    internal static bool Serves(LaneParameter parameter, long runs)
    {
        var value = parameter.Value;
        var isDoubleScalar = value.dtype == ScalarType.Float64 && value.dim() == 0
            && value.device_type == DeviceType.CPU && !(value.requires_grad && is_grad_enabled());
        return parameter.Fits(runs) && (isDoubleScalar || FastPath.Serves(value));
    }

    /// <summary>Reads the parameters, side by side in each row.</summary>
    internal static LaneGiven Of(ReadOnlySpan<LaneParameter> parameters, long runs)
    {
        var (size, rows) = (0, 1L);
        foreach (var parameter in parameters)
        {
            size += parameter.Size;
            rows = parameter.IsForEachRun ? runs : rows;
        }

        var given = new LaneGiven(rows, size);
        var column = 0;
        foreach (var parameter in parameters)
        {
            given.Write(parameter, rows, column);
            column += parameter.Size;
        }

        return given;
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose() => values.Dispose();

    private void Write(LaneParameter parameter, long rows, int column)
    {
        var value = parameter.Value.to(ScalarType.Float32).contiguous();
        var channels = value.dim() == 0 ? 1 : value.shape[^1];
        var from = MemoryMarshal.Cast<byte, float>(value.bytes);
        for (var row = 0L; row < rows; row++)
        {
            for (var channel = 0; channel < parameter.Size; channel++)
            {
                var place = (parameter.IsForEachRun ? row * channels : 0) + (channels > 1 ? channel : 0);
                Pointer[(row * Size) + column + channel] = from[(int)place];
            }
        }
    }
}
