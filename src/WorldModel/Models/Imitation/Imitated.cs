namespace WorldModel.Models;

/// <summary>What all imitators share: a stack of frames, newest first, and no notion of acting.</summary>
internal static class Imitated
{
    /// <summary>The newest frame [B, P] of a stack [B, k·P], and the k − 1 moves between its frames, newest first.</summary>
    internal static (Tensor Newest, IReadOnlyList<Tensor> Moves) Moves(Tensor stack, int frames)
    {
        var size = stack.shape[^1] / frames;
        List<Tensor> ages = [.. Enumerable.Range(0, frames).Select(age => stack.narrow(-1, age * size, size))];
        return (ages[0], [.. ages.Zip(ages.Skip(1), (newer, older) => newer - older)]);
    }

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
