namespace WorldModel.Kernels;

/// <summary>Where a rollout's gradients come from and where they go.</summary>
internal readonly unsafe struct RolloutGradients(float* states, float* initial, float* actions)
{
    /// <summary>Gradient of the states [B, T+1, S], read.</summary>
    internal float* States { get; } = states;

    /// <summary>Gradient of the initial states [B, S], filled in.</summary>
    internal float* Initial { get; } = initial;

    /// <summary>Gradient of the actions [B, T, A], filled in.</summary>
    internal float* Actions { get; } = actions;
}
