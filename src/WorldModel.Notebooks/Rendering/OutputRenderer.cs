using System.Text;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Rendering;

/// <summary>Renders a cell's outputs; only <c>text/html</c> and SVG go in as they are, being the author's own.</summary>
internal static class OutputRenderer
{
    public static string ToHtml(IEnumerable<Output> outputs)
    {
        var html = new StringBuilder();
        foreach (var output in outputs)
        {
            html.Append(ToHtml(output)).Append('\n');
        }

        return html.ToString();
    }

    private static string ToHtml(Output output) => output switch
    {
        StreamOutput stream => Text($"stream {stream.Name}", "Printed text", stream.Text),
        DataOutput data => ToHtml(data.Data),
        ErrorOutput error => $"<div class=\"error\"><p><strong>{Html.Escape(error.Name)}</strong> {Html.Escape(error.Value)}</p>{Text("traceback", "Where it happened", string.Join('\n', error.Traceback))}</div>",
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static string ToHtml(IReadOnlyDictionary<string, string> forms)
    {
        if (forms.TryGetValue("text/html", out var html) || forms.TryGetValue("image/svg+xml", out html))
        {
            return $"<div class=\"rich\" tabindex=\"0\" role=\"group\" aria-label=\"Output\">{html}</div>";
        }

        return forms.TryGetValue("image/png", out var png)
            ? $"<div class=\"rich\"><img alt=\"{Html.Escape(forms.GetValueOrDefault("text/plain", "A picture"))}\" src=\"data:image/png;base64,{Html.Escape(png.ReplaceLineEndings(""))}\"></div>"
            : Text("result", "Value", forms.GetValueOrDefault("text/plain", ""));
    }

    // Long lines scroll in a box of their own, which the keyboard must reach.
    private static string Text(string kind, string label, string text) =>
        $"<pre class=\"{Html.Escape(kind)}\" tabindex=\"0\" role=\"group\" aria-label=\"{label}\">{Html.Escape(text.TrimEnd('\n'))}</pre>";
}
