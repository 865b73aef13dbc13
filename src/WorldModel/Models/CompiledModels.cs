using System.Collections.Concurrent;
using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>Compiled models that imagine the same actions together: blocks of lanes of all of them side by side on all threads.</summary>
internal sealed class CompiledModels
{
    private readonly IBlockModel[] kernels;
    private readonly ConcurrentBag<BlockRollouts> idle = [];

    private CompiledModels(IBlockModel[] kernels) => this.kernels = kernels;

    /// <summary>These models together; null where there is only one, or one of them is not compiled.</summary>
    internal static CompiledModels? Of(IReadOnlyList<IDynamics> models)
    {
        IBlockModel[] kernels = [.. models.OfType<CompiledModel>().Select(model => model.Kernel)];
        return kernels.Length == models.Count && models.Count > 1 ? new(kernels) : null;
    }

    /// <summary>States [M, B, T+1, S] of all models, or null where kernels do not cover it.</summary>
    /// <param name="initial">Initial states [B, S].</param>
    /// <param name="actions">Actions [B, T, A].</param>
    internal Tensor? TryRun(Tensor initial, Tensor actions)
    {
        if (!FastPath.Serves(initial, actions))
        {
            return null;
        }

        var rollouts = idle.TryTake(out var used) ? used : new(kernels);
        var states = rollouts.RunAll(initial, actions, stride: 1);
        idle.Add(rollouts);
        return states;
    }
}
