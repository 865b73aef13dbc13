namespace WorldModel.Notebooks.Rendering;

/// <summary>The frame of every page.</summary>
internal sealed record SitePage(string Title, string Body)
{
    public string Description { get; init; } = "";

    /// <summary>Whether the page's charts need plotly.js, before their own scripts run.</summary>
    public bool HasCharts { get; init; }

    public string Navigation { get; init; } = "";

    /// <summary>Set in a site whose pages load themselves anew.</summary>
    public LiveStamp? Live { get; init; }

    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="description" content="{Html.Escape(Description)}">
        <title>{Html.Escape(Title)}</title>
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="assets/site.css">
        <script src="assets/theme.js"></script>
        {(HasCharts ? $"<script src=\"assets/{PlotlyAsset.FileName}\"></script>\n" : "")}{Live?.Script}<script src="assets/site.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="bar">
        <a class="home" href="index.html"><img src="assets/icon.svg" alt="" width="26" height="26">WorldModel</a>
        <div class="tools">{(Navigation.Length > 0 ? $"<nav aria-label=\"Neighbouring notebooks\">{Navigation}</nav>" : "")}<button type="button" class="round theme" aria-label="Dark colours" title="Dark or light" hidden>{ThemeIcon}</button></div>
        </header>
        {Body}
        </body>
        </html>

        """;

    private const string ThemeIcon = "<svg viewBox=\"0 0 20 20\" width=\"18\" height=\"18\" aria-hidden=\"true\"><circle cx=\"10\" cy=\"10\" r=\"7.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\"M10 2.8a7.2 7.2 0 0 1 0 14.4z\" fill=\"currentColor\"/></svg>";
}
