namespace WorldModel.Notebooks.Rendering;

/// <summary>The site's own style, scripts and icon, which this assembly carries.</summary>
internal static class SiteAssets
{
    public static void Write(string folder)
    {
        foreach (var name in new[] { "site.css", "theme.js", "site.js", "icon.svg" })
        {
            Write(folder, name);
        }
    }

    public static void Write(string folder, string name)
    {
        using var resource = Open(name);
        using var file = File.Create(Path.Combine(folder, name));
        resource.CopyTo(file);
    }

    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!;
}
