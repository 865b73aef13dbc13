using System.Runtime.InteropServices;

namespace WorldModel.Kernels;

/// <summary>
/// Floats outside the managed heap, aligned to a cache line so that no vector straddles two, zeroed, and readable a
/// little beyond their end so that a last vector may be loaded whole.
/// </summary>
internal sealed unsafe class NativeFloats : SafeHandle
{
    private const int Alignment = 64;
    private const int Beyond = 64;

    /// <summary>From here on the garbage collector is told: what nobody disposes of should not wait for a full managed heap.</summary>
    private const long Large = 1 << 20;

    internal NativeFloats(long count) : base(0, ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        var bytes = checked((nuint)((count + Beyond) * sizeof(float)));
        SetHandle((nint)NativeMemory.AlignedAlloc(bytes, Alignment));
        Clear();
        if (count * sizeof(float) >= Large)
        {
            GC.AddMemoryPressure(count * sizeof(float));
        }
    }

    /// <summary>Number of floats.</summary>
    internal long Count { get; }

    internal float* Pointer => (float*)handle;

    /// <inheritdoc />
    public override bool IsInvalid => handle == 0;

    internal void Clear() => NativeMemory.Clear(Pointer, (nuint)((Count + Beyond) * sizeof(float)));

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        if (Count * sizeof(float) >= Large)
        {
            GC.RemoveMemoryPressure(Count * sizeof(float));
        }

        return true;
    }
}
