namespace WorldModel.Models;

/// <summary>
/// What of a state networks see, and in which frame they answer. It is how one tells a network what the world does not
/// depend on, instead of letting it find out from data.
/// </summary>
public sealed record Features
{
    private const char Comma = ';';

    /// <summary>Channels as they are: for a world whose state has no angle that goes round and no place that does not matter.</summary>
    public static Features Plain { get; } = new();

    /// <summary>Channels of the state that the networks do not see, because the changes do not depend on them: where a boat is on open water.</summary>
    public string[] Unseen { get; init; } = [];

    /// <summary>Angles, which enter as their cosine and sine: a full turn more is the same state.</summary>
    public string[] Periodic { get; init; } = [];

    /// <summary>
    /// Names of x, y and the heading, or none: the changes of x and y are then learnt and foretold along and across the
    /// heading, so what was learnt for one heading holds for all.
    /// </summary>
    public string[] Turned { get; init; } = [];

    /// <summary>All channels of the unit rad, as the angles that they are.</summary>
    public static Features WithAngles(Space state) =>
        new() { Periodic = [.. state.Channels.Where(channel => channel.Unit == "rad").Select(channel => channel.Name)] };

    /// <summary>As texts of a <see cref="Blueprint"/>.</summary>
    internal IEnumerable<(string Name, string Text)> Options() =>
        [("unseen", string.Join(Comma, Unseen)), ("periodic", string.Join(Comma, Periodic)), ("turned", string.Join(Comma, Turned))];

    internal static Features Of(IReadOnlyDictionary<string, string> options)
    {
        string[] Names(string option) => options[option].Split(Comma, StringSplitOptions.RemoveEmptyEntries);
        return new() { Unseen = Names("unseen"), Periodic = Names("periodic"), Turned = Names("turned") };
    }

    /// <exception cref="ArgumentException">A channel does not exist, or what is turned is not x, y and heading.</exception>
    internal void Require(Space state)
    {
        foreach (var name in Unseen.Concat(Periodic).Concat(Turned))
        {
            state.IndexOf(name);
        }

        if (Turned.Length is not (0 or 3))
        {
            throw new ArgumentException($"what is turned are three channels, x, y and the heading, or none; not: {string.Join(", ", Turned)}");
        }

        if (Unseen.Intersect(Periodic).FirstOrDefault() is { } both)
        {
            throw new ArgumentException($"the channel '{both}' cannot be unseen and be seen as an angle: take one of them out");
        }
    }
}
