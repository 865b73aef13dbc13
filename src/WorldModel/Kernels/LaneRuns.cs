using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WorldModel.Kernels;

/// <summary>Where the runs of a rollout lie in memory.</summary>
/// <param name="initial">Initial states [B, S], in one piece.</param>
/// <param name="actions">Actions [B, T, A], in one piece.</param>
/// <param name="states">Receives states [B, rows, S].</param>
/// <param name="given">Parameters.</param>
internal sealed unsafe class LaneRuns(Tensor initial, Tensor actions, Tensor states, LaneGiven given)
{
    /// <summary>Runs B.</summary>
    internal long Count { get; } = initial.shape[0];

    /// <summary>Actions T of a run.</summary>
    internal long Steps { get; } = actions.shape[1];

    /// <summary>States of a run that are kept.</summary>
    internal long Rows { get; } = states.shape[1];

    /// <summary>Channels S of the state.</summary>
    internal int Channels { get; } = (int)initial.shape[1];

    /// <summary>Channels A of the action.</summary>
    internal int Actions { get; } = (int)actions.shape[2];

    internal LaneGiven Given { get; } = given;

    internal float* InitialOf(long run) => initials + (run * Channels);

    internal float* ActionsOf(long run) => held + (run * Steps * Actions);

    internal float* StatesOf(long run) => kept + (run * Rows * Channels);

    private readonly float* initials = Start(initial);
    private readonly float* held = Start(actions);
    private readonly float* kept = Start(states);

    // A span ends at 2 GB, a tensor does not: its first number tells where it lies.
    private static float* Start(Tensor tensor)
    {
        if (tensor.numel() == 0)
        {
            return null;
        }

        if (tensor.numel() <= int.MaxValue / sizeof(float))
        {
            return Address(tensor);
        }

        using var all = tensor.view(-1);
        using var first = all.narrow(0, 0, 1);
        return Address(first);
    }

    private static float* Address(Tensor tensor) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
}
