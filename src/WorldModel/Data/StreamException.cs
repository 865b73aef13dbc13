namespace WorldModel.Data;

/// <summary>A file or table that holds no recorded readings. The message names file, row and column and what to do.</summary>
public sealed class StreamException : Exception
{
    /// <inheritdoc />
    public StreamException()
    {
    }

    /// <inheritdoc />
    public StreamException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public StreamException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
