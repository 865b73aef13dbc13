namespace WorldModel.Kernels;

/// <summary>Motion without sudden events.</summary>
internal readonly struct LaneNoImpact : ILaneImpact
{
    public void Resolve<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> before, Span<T> after, float dt)
        where T : unmanaged, ILane<T>
    {
    }
}
