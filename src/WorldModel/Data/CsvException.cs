namespace WorldModel.Data;

/// <summary>A table that cannot be read. The message names file, line and column and what to do.</summary>
public sealed class CsvException : Exception
{
    /// <inheritdoc />
    public CsvException()
    {
    }

    /// <inheritdoc />
    public CsvException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public CsvException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
