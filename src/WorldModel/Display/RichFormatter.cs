namespace WorldModel.Display;

/// <summary>Writes a view as one MIME type. The host finds both members by their names.</summary>
internal sealed class RichFormatter(string mimeType)
{
    internal const string Html = "text/html";
    internal const string Text = "text/plain";

    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IRichView view)
        {
            return false;
        }

        writer.Write(MimeType == Html ? view.ToHtml() : view.ToText());
        return true;
    }
}
