namespace WorldModel.Notebooks.Rendering;

/// <summary>What a site can do beyond being read.</summary>
internal sealed record SiteOptions
{
    /// <summary>Whether open pages load themselves anew when the site has been written again.</summary>
    public bool Live { get; init; }
}
