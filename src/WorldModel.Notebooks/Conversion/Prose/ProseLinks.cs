using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Prose;

/// <summary>Makes a cell's relative links lead to the same files from where the page lies; stored pictures become files.</summary>
internal static partial class ProseLinks
{
    private const string Attachment = "attachment:";
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseMathematics().Build();

    public static string Correct(ConversionTarget target, Cell cell, PictureFiles pictures)
    {
        var source = cell.Source;
        foreach (var (span, address) in Addresses(Markdown.Parse(source, Pipeline), source).DistinctBy(one => one.Span.Start).OrderByDescending(one => one.Span.Start))
        {
            if (New(target, cell, pictures, address) is { } renewed)
            {
                source = string.Concat(source.AsSpan(0, span.Start), renewed, source.AsSpan(span.End + 1));
            }
        }

        return source;
    }

    private static IEnumerable<(SourceSpan Span, string Address)> Addresses(MarkdownDocument document, string source)
    {
        foreach (var node in document.Descendants())
        {
            var found = node switch
            {
                LinkReferenceDefinition { Url: { } url } definition when !definition.UrlSpan.IsEmpty => [(definition.UrlSpan, url)],
                LinkInline { Url: { } url, Reference: null } link when !link.UrlSpan.IsEmpty => [(link.UrlSpan, url)],
                HtmlInline or HtmlBlock => Html(source, node.Span),
                _ => Array.Empty<(SourceSpan, string)>(),
            };
            foreach (var one in found)
            {
                yield return one;
            }
        }
    }

    private static (SourceSpan, string)[] Html(string source, SourceSpan span) =>
        [.. HtmlAddress().Matches(source[span.Start..Math.Min(span.End + 1, source.Length)]).Select(match => match.Groups[1])
            .Select(group => (new SourceSpan(span.Start + group.Index, span.Start + group.Index + group.Length - 1), group.Value))];

    private static string? New(ConversionTarget target, Cell cell, PictureFiles pictures, string address)
    {
        if (address.StartsWith(Attachment, StringComparison.Ordinal))
        {
            return cell.Attachments.TryGetValue(Uri.UnescapeDataString(address[Attachment.Length..]), out var data) ? Stored(data, address[Attachment.Length..], pictures) : null;
        }

        if (address.Length == 0 || address[0] is '#' or '/' || Uri.TryCreate(address, UriKind.Absolute, out _))
        {
            return null;
        }

        var (name, anchor) = address.Split('#', 2) is [var path, var rest] ? (path, "#" + rest) : (address, "");
        var file = Path.GetFullPath(Path.Combine(target.Notebook.Folder, Uri.UnescapeDataString(name)));
        var place = target.Others.TryGetValue(file, out var converted) ? converted : target.Relative(file);
        return string.Join('/', place.Split('/').Select(part => Path.IsPathRooted(place) ? part : Uri.EscapeDataString(part))) + anchor;
    }

    private static string Stored(string data, string name, PictureFiles pictures)
    {
        var content = data[(data.IndexOf(',', StringComparison.Ordinal) + 1)..];
        return pictures.Add(Path.GetFileNameWithoutExtension(name), Path.GetExtension(name), Convert.FromBase64String(content));
    }

    [GeneratedRegex("\\b(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex HtmlAddress();
}
