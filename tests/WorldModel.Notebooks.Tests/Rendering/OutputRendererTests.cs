using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class OutputRendererTests
{
    [Fact]
    public void Printed_text_and_errors_are_escaped()
    {
        Output[] outputs = [new StreamOutput("stdout", "<script>\u001b[31m"), new ErrorOutput("E<x>", "a & b", ["<b>"])];
        var html = OutputRenderer.ToHtml(outputs);
        Assert.Contains("&lt;script&gt;\uFFFD[31m", html, StringComparison.Ordinal);
        Assert.Contains("E&lt;x&gt;", html, StringComparison.Ordinal);
        Assert.Contains("a &amp; b", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_richest_form_is_shown()
    {
        Assert.Contains("<i>x</i>", Data(("text/plain", "x"), ("text/html", "<i>x</i>")), StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,QUJD\"", Data(("text/plain", "x"), ("image/png", "QUJD\n")), StringComparison.Ordinal);
        Assert.Contains("List&lt;int&gt;", Data(("text/plain", "List<int>")), StringComparison.Ordinal);
    }

    private static string Data(params (string Type, string Text)[] forms) =>
        OutputRenderer.ToHtml([new DataOutput(forms.ToDictionary(form => form.Type, form => form.Text), IsResult: true)]);
}
