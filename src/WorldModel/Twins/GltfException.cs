namespace WorldModel.Twins;

/// <summary>A glTF file that holds no scene, or a scene that no glTF file can hold. The message names the file and what to do.</summary>
public sealed class GltfException : Exception
{
    /// <inheritdoc />
    public GltfException()
    {
    }

    /// <inheritdoc />
    public GltfException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public GltfException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
