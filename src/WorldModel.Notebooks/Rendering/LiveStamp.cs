namespace WorldModel.Notebooks.Rendering;

/// <summary>
/// Tells open pages that the site was written again. A page from a file may not read files, but it may include scripts:
/// so the newest stamp is a script, and each page compares it with the stamp that it was written with.
/// </summary>
internal sealed record LiveStamp(string Value)
{
    private const string Watcher = "watch.js";

    public static LiveStamp New() => new(Guid.NewGuid().ToString("n"));

    public string Script => $"<script src=\"assets/{Watcher}\" data-stamp=\"{Value}\" defer></script>\n";

    public void Write(string assets)
    {
        SiteAssets.Write(assets, Watcher);
        File.WriteAllText(Path.Combine(assets, "live.js"), $"window.worldModelStamp = '{Value}';\n");
    }
}
