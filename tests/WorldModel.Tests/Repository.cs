namespace WorldModel.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WorldModel.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"no WorldModel.sln above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }
}
