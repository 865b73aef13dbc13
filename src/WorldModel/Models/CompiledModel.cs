using System.Collections.Concurrent;
using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>A learned model frozen into kernels. Several threads may use it at once.</summary>
/// <param name="model">Whose channels and step it has.</param>
/// <param name="kernel">What steps blocks of it.</param>
/// <param name="start">Makes rollouts of it alone.</param>
internal sealed class CompiledModel(IDynamics model, IBlockModel kernel, Func<IRollouts> start) : IFastRollout
{
    private readonly ConcurrentBag<IRollouts> idle = [];

    /// <inheritdoc />
    public Space State { get; } = model.State;

    /// <inheritdoc />
    public Space Action { get; } = model.Action;

    /// <inheritdoc />
    public double Dt { get; } = model.Dt;

    /// <summary>What steps blocks of it.</summary>
    internal IBlockModel Kernel => kernel;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return TryRun(state, action.unsqueeze(1), stride: 1)?.select(1, 1).MoveToOuterDisposeScope() ?? throw new InvalidOperationException(
            $"a compiled model takes 32-bit floats on the CPU and keeps no gradient; this state is {state.dtype} on {state.device}: use the model itself");
    }

    /// <inheritdoc />
    public Tensor? TryRun(Tensor initial, Tensor actions, int stride)
    {
        if (!FastPath.Serves(initial, actions))
        {
            return null;
        }

        var rollouts = idle.TryTake(out var used) ? used : start();
        var states = rollouts.Run(initial, actions, stride);
        idle.Add(rollouts);
        return states;
    }
}
