namespace WorldModel.Native;

/// <summary>libtorch or TorchSharp's native library cannot be loaded. The message says what was looked for and what to do.</summary>
public sealed class NativeLibraryException : Exception
{
    /// <inheritdoc />
    public NativeLibraryException()
    {
    }

    /// <inheritdoc />
    public NativeLibraryException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public NativeLibraryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
