using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>Classical Runge-Kutta, fourth order.</summary>
internal readonly unsafe struct LaneRk4 : ILaneMethod
{
    public static void Step<TLaw, T>(in LaneBlock<TLaw, T> block, double dt)
        where TLaw : struct, ILaneLaw
        where T : unmanaged, ILane<T>
    {
        var count = block.Numbers;
        T* trial = block.After, k1 = block.Rates, k2 = k1 + count, k3 = k2 + count, k4 = k3 + count;
        block.Derive(block.State, k1);
        block.Move(k1, (float)(dt / 2), trial);
        block.Derive(trial, k2);
        block.Move(k2, (float)(dt / 2), trial);
        block.Derive(trial, k3);
        block.Move(k3, (float)dt, trial);
        block.Derive(trial, k4);
        Mean(block, k1, (float)(dt / 6));
    }

    // State + sixth · (k1 + 2·k2 + 2·k3 + k4).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mean<TLaw, T>(in LaneBlock<TLaw, T> block, T* k1, float sixth)
        where TLaw : struct, ILaneLaw
        where T : unmanaged, ILane<T>
    {
        T* state = block.State, after = block.After;
        var count = block.Numbers;
        for (nint i = 0; i < count; i++)
        {
            var k = k1 + i;
            var sum = T.MultiplyAdd(2, k[count] + k[2 * count], k[0] + k[3 * count]);
            after[i] = T.MultiplyAdd(sixth, sum, state[i]);
        }
    }
}
