using Markdig.Syntax.Inlines;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>
/// Makes links and pictures work from the site: a notebook becomes its page, a file below the notebook's folder is copied
/// along, and what would lead nowhere loses its link and is reported.
/// </summary>
internal sealed class LinkRewriter(PageContext page, Cell cell)
{
    private const string AttachmentScheme = "attachment:";

    public void Rewrite(LinkInline link)
    {
        var address = link.Url ?? "";
        if (address.StartsWith(AttachmentScheme, StringComparison.Ordinal) && cell.Attachments.TryGetValue(address[AttachmentScheme.Length..], out var data))
        {
            link.Url = data;
        }
        else if (IsLocal(address))
        {
            RewriteLocal(link, address);
        }
    }

    private static bool IsLocal(string address) =>
        address.Length > 0 && address[0] is not ('#' or '/') && !Uri.TryCreate(address, UriKind.Absolute, out _);

    private void RewriteLocal(LinkInline link, string address)
    {
        var (name, anchor) = address.Split('#', 2) is [var path, var rest] ? (path, "#" + rest) : (address, "");
        var target = Uri.UnescapeDataString(name);
        if (target.Contains('\0', StringComparison.Ordinal))
        {
            Drop(link, address, exists: false);
            return;
        }

        var file = Path.GetFullPath(Path.Combine(page.Folder, target));
        if (page.Pages.TryGetValue(file, out var other))
        {
            link.Url = Html.Link(other) + anchor;
        }
        else if (File.Exists(file) && Path.GetRelativePath(page.Folder, file) is var inside && !inside.StartsWith("..", StringComparison.Ordinal))
        {
            link.Url = Copy(file, inside);
        }
        else
        {
            Drop(link, address, exists: Path.Exists(file));
        }
    }

    private string Copy(string file, string inside)
    {
        var place = Path.Combine("files", inside);
        var target = Path.Combine(page.SiteFolder, place);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
        return Html.Link(place);
    }

    private void Drop(LinkInline link, string address, bool exists)
    {
        if (!exists)
        {
            page.WarnAbout(cell.Number)($"the {(link.IsImage ? "picture" : "link")} {address} leads to no file; it is left out of the page.");
        }

        var text = new ContainerInline();
        foreach (var child in link.ToArray())
        {
            child.Remove();
            text.AppendChild(child);
        }

        link.ReplaceBy(text);
    }
}
