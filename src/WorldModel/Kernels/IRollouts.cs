namespace WorldModel.Kernels;

/// <summary>Rollouts of one or several models. One caller at a time.</summary>
internal interface IRollouts
{
    /// <summary>How many models.</summary>
    int Models { get; }

    /// <summary>Fills in all states.</summary>
    void Run(RolloutTask task);
}
