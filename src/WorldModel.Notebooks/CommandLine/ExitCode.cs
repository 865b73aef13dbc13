namespace WorldModel.Notebooks.CommandLine;

internal static class ExitCode
{
    public const int Passed = 0;
    public const int NotebookFailed = 1;
    public const int Usage = 2;

    /// <summary>As shells report a program that Ctrl-C ended.</summary>
    public const int Interrupted = 130;
}
