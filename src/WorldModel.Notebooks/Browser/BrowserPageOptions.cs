namespace WorldModel.Notebooks.Browser;

/// <summary>How a tab shows pages; lengths in CSS pixels.</summary>
internal sealed record BrowserPageOptions
{
    public int Width { get; init; } = 1200;

    public int Height { get; init; } = 900;

    public double Scale { get; init; } = 1;

    public bool Scripts { get; init; } = true;

    public bool Offline { get; init; } = true;

    public bool Dark { get; init; }
}
