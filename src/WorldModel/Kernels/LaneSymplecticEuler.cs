using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>Semi-implicit Euler: first the velocities, then the positions with the new velocities.</summary>
internal readonly unsafe struct LaneSymplecticEuler : ILaneMethod
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step<TLaw, T>(in LaneBlock<TLaw, T> block, double dt)
        where TLaw : struct, ILaneLaw
        where T : unmanaged, ILane<T>
    {
        var rates = block.Rates;
        var half = block.Channels / 2;
        block.Derive(block.State, rates);
        block.Move(rates, (float)dt, block.After);
        Copy(block.State, block.After, half, block.Numbers);
        block.Derive(block.After, rates);
        block.Move(rates, (float)dt, rates);
        Copy(rates, block.After, half, block.Numbers);
    }

    // The positions of all states, which are the first half of their channels.
    private static void Copy<T>(T* from, T* to, int half, int count) where T : unmanaged
    {
        for (var state = 0; state < count; state += 2 * half)
        {
            new Span<T>(from + state, half).CopyTo(new(to + state, half));
        }
    }
}
