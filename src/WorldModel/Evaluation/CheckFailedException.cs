namespace WorldModel.Evaluation;

/// <summary>A claim that is not true. The message says what was claimed and what was measured.</summary>
public sealed class CheckFailedException : Exception
{
    /// <inheritdoc />
    public CheckFailedException()
    {
    }

    /// <inheritdoc />
    public CheckFailedException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public CheckFailedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
