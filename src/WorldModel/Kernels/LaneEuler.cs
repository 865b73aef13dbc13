namespace WorldModel.Kernels;

/// <summary>Explicit Euler.</summary>
internal readonly unsafe struct LaneEuler : ILaneMethod
{
    public static void Step<TLaw, T>(in LaneBlock<TLaw, T> block, double dt)
        where TLaw : struct, ILaneLaw
        where T : unmanaged, ILane<T>
    {
        block.Derive(block.State, block.Rates);
        block.Move(block.Rates, (float)dt, block.After);
    }
}
