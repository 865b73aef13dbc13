using System.Collections.Concurrent;
using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>A residual network frozen into kernels. Several threads may use it at once.</summary>
internal sealed class CompiledMlp(IDynamics model, ResidualKernel kernel) : IFastRollout
{
    private readonly ConcurrentBag<MlpRollout> idle = [];

    /// <inheritdoc />
    public Space State { get; } = model.State;

    /// <inheritdoc />
    public Space Action { get; } = model.Action;

    /// <inheritdoc />
    public double Dt { get; } = model.Dt;

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

        var rollout = idle.TryTake(out var used) ? used : new(kernel.Map, kernel.Weights);
        var states = rollout.Run(initial, actions, stride);
        idle.Add(rollout);
        return states;
    }
}
