using System.Net;
using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>A page's start tags in order; what stands inside scripts is not markup.</summary>
internal sealed partial class Markup
{
    private Markup(string html) => Tags = [.. StartTag().Matches(ScriptContent().Replace(html, "$1</script>")).Select(Read)];

    public IReadOnlyList<Tag> Tags { get; }

    public IEnumerable<string> Ids => Tags.Select(tag => tag["id"]).OfType<string>();

    public static Markup Read(string file) => new(File.ReadAllText(file));

    public IEnumerable<Tag> Named(params string[] names) => Tags.Where(tag => names.Contains(tag.Name));

    private static Tag Read(Match match) => new(
        match.Groups["name"].Value,
        Attribute().Matches(match.Groups["rest"].Value).DistinctBy(one => one.Groups["name"].Value)
            .ToDictionary(one => one.Groups["name"].Value, one => WebUtility.HtmlDecode(one.Groups["value"].Value)));

    [GeneratedRegex("(<script\\b[^>]*>).*?</script>", RegexOptions.Singleline)]
    private static partial Regex ScriptContent();

    [GeneratedRegex("<(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<rest>(?:\\s+[^\\s=>/]+(?:=\"[^\"]*\"|='[^']*')?)*)\\s*/?>")]
    private static partial Regex StartTag();

    [GeneratedRegex("(?<name>[^\\s=>/]+)(?:=(?:\"(?<value>[^\"]*)\"|'(?<value>[^']*)'))?")]
    private static partial Regex Attribute();
}
