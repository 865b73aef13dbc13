namespace WorldModel;

/// <summary>
/// Dynamics that can take many steps at once, much faster than tensor by tensor. Whoever lets dynamics run asks first;
/// where the answer is null, the steps are taken one by one with <see cref="IDynamics.Step"/>.
/// </summary>
public interface IFastRollout : IDynamics
{
    /// <summary>States [B, T+1, S] of a rollout, or null where the fast way does not cover it: it would lose a gradient, another device or another number type.</summary>
    /// <param name="initial">Initial states [B, S].</param>
    /// <param name="actions">Actions [B, T, A].</param>
    /// <param name="stride">Steps for which each action is held; only the state after them is kept. At least 1.</param>
    Tensor? TryRun(Tensor initial, Tensor actions, int stride);
}
