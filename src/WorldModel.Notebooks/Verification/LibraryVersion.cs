namespace WorldModel.Notebooks.Verification;

/// <summary>Version of the library that notebooks run with; the runner is built together with it and has the same.</summary>
internal static class LibraryVersion
{
    public static string Current { get; } = typeof(LibraryVersion).Assembly.GetName().Version!.ToString(3);
}
