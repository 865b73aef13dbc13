namespace WorldModel.Models;

/// <summary>
/// What each member of an ensemble says about the next state. What all of them are unsure of is in the world (aleatoric:
/// more data do not help); what they differ in is in the data (epistemic: nobody showed them). Holds tensors, so two of
/// them do not compare by value.
/// </summary>
/// <param name="Mean">Next state by each member [E, B, S].</param>
/// <param name="Variance">How unsure each member is of it [E, B, S], in the square of the state's units.</param>
public sealed record Prediction(Tensor Mean, Tensor Variance)
{
    /// <summary>Next state, the mean of the members' [B, S].</summary>
    public Tensor Next => Mean.mean([0]);

    /// <summary>Aleatoric variance [B, S]: the mean of the members' variances.</summary>
    public Tensor Aleatoric => Variance.mean([0]);

    /// <summary>Epistemic variance [B, S]: the variance of the members' means around theirs; 0 for a single member.</summary>
    public Tensor Epistemic => Mean.var(0, unbiased: false);

    /// <summary>Variance of the mixture of all members [B, S]: the sum of both (law of total variance).</summary>
    public Tensor Total
    {
        get
        {
            using var scope = NewDisposeScope();
            return (Aleatoric + Epistemic).MoveToOuterDisposeScope();
        }
    }
}
