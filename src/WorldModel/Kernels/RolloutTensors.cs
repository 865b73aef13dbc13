namespace WorldModel.Kernels;

/// <summary>Rollouts from and to TorchSharp's memory.</summary>
internal static unsafe class RolloutTensors
{
    /// <summary>States [B, T+1, S] of one network's rollout; belongs to the caller's dispose scope.</summary>
    /// <param name="rollout">What runs.</param>
    /// <param name="initial">Initial states [B, S].</param>
    /// <param name="actions">Actions [B, T, A].</param>
    /// <param name="stride">Steps that each action is held.</param>
    internal static Tensor Run(this MlpRollout rollout, Tensor initial, Tensor actions, int stride)
    {
        var (runs, steps) = ((int)initial.shape[0], (int)actions.shape[1]);
        var states = empty([runs, steps + 1, initial.shape[1]]);
        using var scope = NewDisposeScope();
        var (from, acts) = (initial.detach().contiguous(), actions.detach().contiguous());
        fixed (byte* start = from.bytes, held = acts.bytes, to = states.bytes)
        {
            rollout.Run(new((float*)start, (float*)held, (float*)to, (runs, steps, stride)));
        }

        return states;
    }
}
