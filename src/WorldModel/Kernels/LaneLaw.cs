namespace WorldModel.Kernels;

/// <summary>A law together with the values of its parameters: what a world offers to be stepped fast.</summary>
public abstract class LaneLaw
{
    private readonly LaneParameter[] parameters;

    private protected LaneLaw(ReadOnlySpan<LaneParameter> parameters) => this.parameters = [.. parameters];

    /// <summary>Smooth motion.</summary>
    /// <param name="law">The equations, a struct without parameters of its own.</param>
    /// <param name="parameters">What the law reads, in its order.</param>
    public static LaneLaw Of<TLaw>(TLaw law, params ReadOnlySpan<LaneParameter> parameters) where TLaw : struct, ILaneLaw =>
        new LaneLaw<TLaw, LaneNoImpact>(law, default, parameters);

    /// <summary>Motion with sudden events.</summary>
    /// <param name="law">The equations and the events, a struct without parameters of its own.</param>
    /// <param name="parameters">What the law reads, in its order.</param>
    public static LaneLaw WithImpacts<TLaw>(TLaw law, params ReadOnlySpan<LaneParameter> parameters) where TLaw : struct, ILaneLaw, ILaneImpact =>
        new LaneLaw<TLaw, TLaw>(law, law, parameters);

    /// <summary>
    /// States [B, T+1, S] from the initial ones on, or [B, T, S] without them; null where kernels do not serve: a
    /// gradient is asked, another device, another number type, or shapes that only TorchSharp can bring together.
    /// </summary>
    internal Tensor? TryRun(LanePlan plan, Tensor initial, Tensor actions)
    {
        if (!Serves(initial, actions))
        {
            return null;
        }

        using var scope = NewDisposeScope();
        var (runs, steps, channels) = (initial.shape[0], actions.shape[1], initial.shape[1]);
        var states = empty([runs, steps + (plan.KeepsInitial ? 1 : 0), channels], dtype: ScalarType.Float32, device: CPU);
        if (states.numel() > 0)
        {
            using var given = LaneGiven.Of(parameters, runs);
            Run(plan, new(initial.contiguous(), actions.contiguous(), states, given));
        }

        return states.MoveToOuterDisposeScope();
    }

    private protected abstract void Run(LanePlan plan, LaneRuns runs);

    private bool Serves(Tensor initial, Tensor actions)
    {
        if (initial.dim() != 2 || actions.dim() != 3 || !FastPath.Serves(initial))
        {
            return false;
        }

        var runs = initial.shape[0];
        return (actions.shape[2] == 0 || (actions.shape[0] == runs && FastPath.Serves(actions)))
            && Array.TrueForAll(parameters, parameter => LaneGiven.Serves(parameter, runs));
    }
}
