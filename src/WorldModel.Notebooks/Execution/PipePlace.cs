namespace WorldModel.Notebooks.Execution;

/// <summary>
/// Where runner and host meet. On Unix that is a file, which a runner that is killed cannot remove: so the host does, as
/// soon as they have met or cannot meet any more.
/// </summary>
internal static class PipePlace
{
    // Unix takes a full path as it is; the place of a plain name would be .NET's secret.
    public static string New()
    {
        var name = $"wm-{Guid.NewGuid():N}";
        return OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
    }

    public static void Clear(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(name);
        }
    }
}
