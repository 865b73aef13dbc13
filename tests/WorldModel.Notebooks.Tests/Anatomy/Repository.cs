namespace WorldModel.Notebooks.Tests.Anatomy;

/// <summary>Where the course lies: the tests run from a folder somewhere below it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WorldModel.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds WorldModel.sln: run the tests inside the repository");
    }
}
