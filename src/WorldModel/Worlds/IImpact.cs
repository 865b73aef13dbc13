namespace WorldModel.Worlds;

/// <summary>Physics with sudden events that no derivative describes, such as a bounce.</summary>
public interface IImpact
{
    /// <summary>
    /// Corrects a step in which an event may have happened.
    /// </summary>
    /// <param name="before">State [B, S] at the start of the step.</param>
    /// <param name="after">State [B, S] that smooth motion alone would reach.</param>
    /// <param name="dt">Length of the step [s].</param>
    /// <returns>State [B, S] at the end of the step; <paramref name="after"/> where nothing happened.</returns>
    Tensor Resolve(Tensor before, Tensor after, double dt);
}
