namespace WorldModel.Notebooks.Verification;

/// <summary>What to do about outputs that no longer hold.</summary>
internal static class Advice
{
    public static string RunAgain(string path) =>
        $"dotnet run -c Release --project src/WorldModel.Notebooks -- run --write --pictures {path.Replace('\\', '/')}";
}
