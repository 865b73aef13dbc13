namespace WorldModel.Notebooks.Rendering;

/// <summary>What a site can do beyond being read.</summary>
internal sealed record SiteOptions
{
    /// <summary>Where the notebooks are at home on GitHub; null: pages do not link there.</summary>
    public GitHubRepository? Repository { get; init; }

    /// <summary>Whether open pages load themselves anew when the site has been written again.</summary>
    public bool Live { get; init; }
}
