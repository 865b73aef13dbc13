using System.Net;
using WorldModel.Charts;
using WorldModel.Display;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>A report as a page.</summary>
internal static class ReportPage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;color:#1c2430;background:#fff;max-width:84rem;margin:0 auto;padding:1rem}"
        + "h1{font-size:1.4rem}h2{font-size:1.1rem}figure{margin:1rem 0}.table{overflow-x:auto}table{border-collapse:collapse;font-size:.8rem}"
        + "th,td{padding:.25rem .6rem;border-bottom:1px solid #dfe3e9;text-align:right;white-space:nowrap}th:first-child,td:first-child{text-align:left;white-space:normal}";

    internal static string Of(Report report) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(report.Title)}</title>
        <style>{Style}</style>
        {(report.Figures.Count > 0 ? $"<script src=\"{((IPageView)report.Figures[0]).ScriptName}\" defer></script>" : "")}
        </head>
        <body>
        <main>
        <h1>{Encode(report.Title)}</h1>
        <ul>{string.Concat(report.Facts.Select(fact => $"<li>{Encode(fact)}</li>"))}</ul>
        {string.Join('\n', report.Figures.Cast<IPageView>().Select(figure => figure.ToPageHtml()))}
        {string.Join('\n', report.Grids.Select(grid => $"<h2>{Encode(grid.Heading)}</h2>\n{grid.Grid.ToHtml()}"))}
        {string.Concat(report.Notes.Select(note => $"<p>{Encode(note)}</p>"))}
        </main>
        </body>
        </html>

        """;

    /// <summary>The script that draws the figures.</summary>
    internal static (string File, string Source) Script(IPageView figure) => (figure.ScriptName, figure.ReadScript());

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
