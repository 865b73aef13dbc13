namespace WorldModel.Display;

/// <summary>Writes a value as one MIME type, or declines where it has no such form. The host finds both members by their names.</summary>
internal sealed class RichFormatter(string mimeType, Func<object, string?> form)
{
    internal const string Html = "text/html";
    internal const string Text = "text/plain";

    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        var text = form(instance);
        writer.Write(text);
        return text is not null;
    }
}
