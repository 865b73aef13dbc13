namespace WorldModel.Models;

/// <summary>A file of a model or of a training that cannot be used. The message names the file, what is wrong and what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <inheritdoc />
    public ModelFileException()
    {
    }

    /// <inheritdoc />
    public ModelFileException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public ModelFileException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Does some reading, and names the file where its content or the disk is at fault.</summary>
    internal static T Naming<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"{path} cannot be used: {e.Message}", e);
        }
    }
}
