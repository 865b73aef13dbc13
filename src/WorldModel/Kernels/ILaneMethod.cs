namespace WorldModel.Kernels;

/// <summary>A way to step a block of runs; see <c>Integrators</c> for what each means.</summary>
internal interface ILaneMethod
{
    /// <summary>From the block's state to its state after a step of dt [s].</summary>
    static abstract void Step<TLaw, T>(in LaneBlock<TLaw, T> block, double dt)
        where TLaw : struct, ILaneLaw
        where T : unmanaged, ILane<T>;
}
