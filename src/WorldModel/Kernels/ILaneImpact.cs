namespace WorldModel.Kernels;

/// <summary>Sudden events over lanes, such as a bounce; part of a law (<see cref="ILaneLaw"/>) that has them.</summary>
public interface ILaneImpact
{
    /// <summary>Corrects a step in which an event may have happened.</summary>
    /// <param name="parameters">The numbers given to <see cref="LaneLaw.WithImpacts"/>, one after the other.</param>
    /// <param name="before">State at the start of the step, S channels.</param>
    /// <param name="after">State that smooth motion alone would reach; change it where something happened.</param>
    /// <param name="dt">Length of the step [s].</param>
    /// <typeparam name="T">A number of several runs.</typeparam>
    void Resolve<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> before, Span<T> after, float dt)
        where T : unmanaged, ILane<T>;
}
