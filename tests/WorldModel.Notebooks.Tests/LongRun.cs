namespace WorldModel.Notebooks.Tests;

/// <summary>Some tests are worth minutes: these do more when the variable WORLDMODEL_LONG is set, as continuous integration does.</summary>
internal static class LongRun
{
    public static bool IsAsked => Environment.GetEnvironmentVariable("WORLDMODEL_LONG") is { Length: > 0 };

    public static int Count(int usually, int asked) => IsAsked ? asked : usually;
}
