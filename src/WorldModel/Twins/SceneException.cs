namespace WorldModel.Twins;

/// <summary>Placements that make no scene. The message names every problem with its row.</summary>
public sealed class SceneException : Exception
{
    /// <inheritdoc />
    public SceneException()
    {
    }

    /// <inheritdoc />
    public SceneException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public SceneException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
