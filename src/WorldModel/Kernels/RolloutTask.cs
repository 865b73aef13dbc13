namespace WorldModel.Kernels;

/// <summary>What a rollout starts from and where its states go.</summary>
internal readonly unsafe struct RolloutTask(float* initial, float* actions, float* states, (int Runs, int Steps, int Stride) size)
{
    /// <summary>[B, S].</summary>
    internal float* Initial { get; } = initial;

    /// <summary>[B, T, A].</summary>
    internal float* Actions { get; } = actions;

    /// <summary>[networks, B, T+1, S], to be filled.</summary>
    internal float* States { get; } = states;

    /// <summary>Runs B.</summary>
    internal int Runs { get; } = size.Runs;

    /// <summary>Steps T that are kept.</summary>
    internal int Steps { get; } = size.Steps;

    /// <summary>Steps that each action is held.</summary>
    internal int Stride { get; } = size.Stride;
}
