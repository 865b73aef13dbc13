using System.IO.Enumeration;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>What <c>--only</c> asks for: a part of a name, or the whole of it with * and ?; letters' case does not matter.</summary>
internal sealed record NamePattern(string? Text)
{
    internal bool Matches(string name) => Text switch
    {
        null or "" => true,
        _ when Text.Contains('*') || Text.Contains('?') => FileSystemName.MatchesSimpleExpression(Text, name),
        _ => name.Contains(Text, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>The things that match.</summary>
    /// <exception cref="UsageException">None does; the message lists what there is.</exception>
    internal T[] Choose<T>(IEnumerable<T> things, Func<T, string> name)
    {
        T[] all = [.. things];
        T[] chosen = [.. all.Where(thing => Matches(name(thing)))];
        return chosen.Length > 0 ? chosen : throw new UsageException($"--only '{Text}' matches none of: {string.Join("; ", all.Select(name).Distinct())}");
    }
}
