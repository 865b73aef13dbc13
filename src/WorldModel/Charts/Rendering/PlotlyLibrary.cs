using Plotly.NET;

namespace WorldModel.Charts;

/// <summary>
/// The plotly.js inside Plotly.NET. A page that has it says so by the switch <c>WorldModel.PageHasPlotly</c>; elsewhere the
/// first figure of the process brings it along, because a chart must not ask the network for it.
/// </summary>
internal sealed class PlotlyLibrary
{
    internal const string PageHasPlotly = "WorldModel.PageHasPlotly";

    private Figure? carrier;
    private bool isOnPage;

    /// <summary>The one that figures of this process share.</summary>
    internal static PlotlyLibrary OfProcess { get; } = new();

    /// <summary>The one that a page has loaded by itself.</summary>
    internal static PlotlyLibrary OfPage { get; } = new() { isOnPage = true };

    /// <summary>The script that defines window.Plotly if this figure is the one to bring it, else nothing.</summary>
    internal string ScriptFor(Figure figure) =>
        !isOnPage && !(AppContext.TryGetSwitch(PageHasPlotly, out var has) && has) && (Interlocked.CompareExchange(ref carrier, figure, null) is not { } first || first == figure)
            ? $"<script>{Wrapped()}</script>"
            : "";

    /// <summary>The source, such that it ends no script early and defines window.Plotly even where a module loader waits for it.</summary>
    internal static string Wrapped() =>
        "if(!window.Plotly){(function(){var define,module,exports;\n"
        + Source().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "\\x3c!--", StringComparison.Ordinal)
        + "\n}).call(window);}";

    private static string Source()
    {
        var assembly = typeof(GenericChart).Assembly;
        var name = assembly.GetManifestResourceNames().FirstOrDefault(name => name.StartsWith("Plotly.NET.plotly-", StringComparison.Ordinal) && name.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{assembly.GetName()} carries no plotly.js; use the version of Plotly.NET that the project pins");
        using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
