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
        StreamOutput stream => Text($"stream {stream.Name}", stream.Text),
        DataOutput data => ToHtml(data.Data),
        ErrorOutput error => $"<div class=\"error\" role=\"alert\"><p><strong>{Html.Escape(error.Name)}</strong> {Html.Escape(error.Value)}</p>{Text("traceback", string.Join('\n', error.Traceback))}</div>",
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static string ToHtml(IReadOnlyDictionary<string, string> forms)
    {
        if (forms.TryGetValue("text/html", out var html) || forms.TryGetValue("image/svg+xml", out html))
        {
            return $"<div class=\"rich\">{html}</div>";
        }

        return forms.TryGetValue("image/png", out var png)
            ? $"<div class=\"rich\"><img alt=\"\" src=\"data:image/png;base64,{Html.Escape(png.ReplaceLineEndings(""))}\"></div>"
            : Text("result", forms.GetValueOrDefault("text/plain", ""));
    }

    private static string Text(string kind, string text) =>
        $"<pre class=\"{kind}\" tabindex=\"0\">{Html.Escape(text.TrimEnd('\n'))}</pre>";
}
