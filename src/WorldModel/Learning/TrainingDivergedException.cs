namespace WorldModel.Learning;

/// <summary>A loss became NaN or infinite. The parameters are back at their best so far.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <inheritdoc />
    public TrainingDivergedException()
    {
    }

    /// <inheritdoc />
    public TrainingDivergedException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public TrainingDivergedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal TrainingDivergedException(double loss, int epoch, int batch, string origin = "") : base(
        $"the loss became {loss} in epoch {epoch}, {(batch == 0 ? "on the validation windows" : $"batch {batch}")}{(origin.Length == 0 ? "" : $": {origin}")}. "
        + "The parameters are back at their best so far. Try a lower learning rate, ClipNorm, or look for extreme values in the data.")
    {
        (Epoch, Batch, Origin) = (epoch, batch, origin);
    }

    /// <summary>Epoch in which it happened, from 1.</summary>
    public int Epoch { get; }

    /// <summary>Batch of that epoch, from 1; 0 for the validation after it.</summary>
    public int Batch { get; }

    /// <summary>The first window or parameter that holds a number that is not finite, where there is one; else where it must have begun.</summary>
    public string Origin { get; } = "";
}
