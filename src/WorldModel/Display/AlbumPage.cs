using System.Net;

namespace WorldModel.Display;

/// <summary>Pages that need no network: a chart each, and the list of them.</summary>
internal static class AlbumPage
{
    /// <summary>How an album knows its own pages again.</summary>
    internal const string Mark = "<meta name=\"generator\" content=\"WorldModel album\">";

    internal const int HeadLines = 6;

    private const string Style = "body{font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;color:#1c2430;background:#fff;max-width:60rem;margin:0 auto;padding:1rem}h1{font-size:1.3rem;line-height:1.3}figure{margin:0}a{color:#0b57a4}";

    internal static string Of(IPageView view, string album) => Page(
        view.Title,
        album,
        $"""<script src="{Encode(view.ScriptName)}" defer></script>""",
        $"""
        <nav><a href="index.html">All charts of {Encode(album)}</a></nav>
        <main>
        <h1>{Encode(view.Title)}</h1>
        {view.ToPageHtml()}
        </main>
        """);

    internal static string Index(IEnumerable<(string File, string Title)> pages, string album) => Page(
        "Charts",
        album,
        "",
        $"""
        <main>
        <h1>Charts of {Encode(album)}</h1>
        <ol>
        {string.Join('\n', pages.Select(page => $"<li><a href=\"{page.File}\">{Encode(page.Title)}</a></li>"))}
        </ol>
        </main>
        """);

    private static string Page(string title, string album, string script, string body) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        {Mark}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)} · {Encode(album)}</title>
        <style>{Style}</style>
        {script}
        </head>
        <body>
        {body}
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
