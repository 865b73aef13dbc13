namespace WorldModel;

/// <summary>The channels of a state or an action, in the order of a tensor's last dimension.</summary>
/// <param name="Channels">The channels; none at all for a world that takes no action.</param>
public sealed record Space(params Channel[] Channels)
{
    /// <summary>No channels: the action of a world that cannot be acted on.</summary>
    public static Space None { get; } = new();

    /// <summary>Number of channels.</summary>
    public int Size => Channels.Length;

    /// <summary>Position of the channel with this name in the last dimension.</summary>
    /// <exception cref="ArgumentException">No channel has that name; the message lists those that exist.</exception>
    public int IndexOf(string name)
    {
        var index = Array.FindIndex(Channels, channel => channel.Name == name);
        return index >= 0 ? index : throw new ArgumentException($"there is no channel '{name}'; the channels are {this}", nameof(name));
    }

    /// <summary>Whether both have the same channels in the same order.</summary>
    public bool SameAs(Space other) => Channels.AsSpan().SequenceEqual(other.Channels);

    /// <inheritdoc />
    public override string ToString() => Size == 0 ? "(none)" : string.Join(", ", Channels.Select(channel => channel.Label));
}
