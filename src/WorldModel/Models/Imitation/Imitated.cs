namespace WorldModel.Models;

/// <summary>What all imitators share: a stack of frames, newest first, and no notion of acting.</summary>
internal static class Imitated
{
    /// <summary>The stack [B, k·P] with a frame [B, P] put before it and the oldest one dropped.</summary>
    internal static Tensor Push(Tensor frame, Tensor stack) =>
        cat([frame, stack.narrow(-1, 0, stack.shape[^1] - frame.shape[^1])], dim: -1);

    internal static void RequireNoActions(Trajectories runs)
    {
        if (runs.Action.Size > 0)
        {
            throw new ArgumentException($"an imitator only watches, and these runs take actions: {runs.Action}", nameof(runs));
        }
    }
}
