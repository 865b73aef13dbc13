using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Conversion.Prose;

/// <summary>Markdown as comments of a program: headings as banners, paragraphs wrapped, the rest as it is.</summary>
internal static partial class CommentText
{
    private const int Width = 100;

    public static string Of(string markdown)
    {
        // Each of these ends a comment for the compiler.
        var lines = markdown.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);
        var isCode = false;
        var comment = new List<string>();
        foreach (var line in lines)
        {
            isCode ^= Fence().IsMatch(line);
            comment.AddRange(isCode || line.TrimStart().StartsWith('|') ? [line] : Heading().Match(line) is { Success: true } heading ? Banner(heading) : Wrap(line));
        }

        return string.Join('\n', comment.Select(line => line.Length == 0 ? "//" : $"// {line.TrimEnd()}"));
    }

    private static string[] Banner(Match heading)
    {
        var text = heading.Groups[2].Value.TrimEnd(' ', '#');
        return heading.Groups[1].Length switch
        {
            1 => [new('═', Width - 3), text, new('═', Width - 3)],
            2 => [new('─', Width - 3), text, new('─', Width - 3)],
            _ => [text, new('─', Math.Min(text.Length, Width - 3))],
        };
    }

    private static IEnumerable<string> Wrap(string line)
    {
        var margin = Margin().Match(line).Value;
        var hanging = new string(' ', margin.Length);
        var current = margin;
        foreach (var word in line[margin.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (current.Length > margin.Length && current.Length + 1 + word.Length > Width - 3)
            {
                yield return current;
                current = hanging;
            }

            current += current.Length > margin.Length ? $" {word}" : word;
        }

        yield return current;
    }

    [GeneratedRegex(@"^ {0,3}(#{1,6}) +(.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex("^ *(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ *(?:(?:[-*+]|\d+[.)]) +)?(?:> ?)*")]
    private static partial Regex Margin();
}
