namespace WorldModel.Kernels;

/// <summary>Rollouts from and to TorchSharp's memory.</summary>
internal static unsafe class RolloutTensors
{
    /// <summary>States [M, B, T+1, S] of all models' rollouts; belongs to the caller's dispose scope.</summary>
    /// <param name="rollouts">What runs.</param>
    /// <param name="initial">Initial states [B, S].</param>
    /// <param name="actions">Actions [B, T, A].</param>
    /// <param name="stride">Steps that each action is held.</param>
    internal static Tensor RunAll(this IRollouts rollouts, Tensor initial, Tensor actions, int stride)
    {
        var (runs, steps) = ((int)initial.shape[0], (int)actions.shape[1]);
        var states = empty([rollouts.Models, runs, steps + 1, initial.shape[1]]);
        using var scope = NewDisposeScope();
        var (from, acts) = (initial.detach().contiguous(), actions.detach().contiguous());
        fixed (byte* start = from.bytes, held = acts.bytes, to = states.bytes)
        {
            rollouts.Run(new((float*)start, (float*)held, (float*)to, (runs, steps, stride)));
        }

        return states;
    }

    /// <summary>States [B, T+1, S] of the rollout of the only model; belongs to the caller's dispose scope.</summary>
    /// <inheritdoc cref="RunAll" path="/param" />
    internal static Tensor Run(this IRollouts rollouts, Tensor initial, Tensor actions, int stride)
    {
        using var all = rollouts.RunAll(initial, actions, stride);
        return all.squeeze(0);
    }
}
