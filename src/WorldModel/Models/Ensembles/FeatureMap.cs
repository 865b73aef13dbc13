using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>Features of given channels: what goes into networks, and how their answers turn.</summary>
internal sealed class FeatureMap
{
    private readonly long[] plain;
    private readonly long[] periodic;
    private readonly long[] turned;

    internal FeatureMap(Features features, Space state, Space action)
    {
        features.Require(state);
        var special = features.Unseen.Concat(features.Periodic).ToHashSet();
        long[] Columns(IEnumerable<string> names) => [.. names.Select(name => (long)state.IndexOf(name))];
        plain = Columns(state.Channels.Select(channel => channel.Name).Where(name => !special.Contains(name)));
        (periodic, turned) = (Columns(features.Periodic), Columns(features.Turned));
        Places = new(Narrow(plain), Narrow(periodic), Narrow(turned));
        Size = plain.Length + (2 * periodic.Length) + action.Size;
    }

    /// <summary>The same for kernels.</summary>
    internal FeaturePlaces Places { get; }

    /// <summary>Numbers F that networks see.</summary>
    internal int Size { get; }

    /// <summary>Features [..., F] of states [..., S] and actions [..., A].</summary>
    internal Tensor Of(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var angles = Columns(state, periodic);
        return cat([Columns(state, plain), angles.cos(), angles.sin(), action], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Changes [..., S] along and across the heading of the state that they start from.</summary>
    internal Tensor Turn(Tensor changes, Tensor state) => Turn(changes, state, forth: 1);

    /// <summary>Undoes <see cref="Turn(Tensor, Tensor)"/>.</summary>
    internal Tensor TurnBack(Tensor changes, Tensor state) => Turn(changes, state, forth: -1);

    /// <summary>Variances [..., S] of what <see cref="TurnBack"/> turns: what both directions share in is not kept.</summary>
    internal Tensor TurnBackVariance(Tensor variance, Tensor state)
    {
        if (turned.Length == 0)
        {
            return variance.alias();
        }

        using var scope = NewDisposeScope();
        var (cosine, sine) = Heading(state);
        var (along, across) = (variance.select(-1, turned[0]), variance.select(-1, turned[1]));
        var (c, s) = (cosine.square(), sine.square());
        return Put(variance, (c * along) + (s * across), (s * along) + (c * across)).MoveToOuterDisposeScope();
    }

    private static int[] Narrow(long[] places) => Array.ConvertAll(places, place => (int)place);

    private Tensor Turn(Tensor changes, Tensor state, int forth)
    {
        if (turned.Length == 0)
        {
            return changes.alias();
        }

        using var scope = NewDisposeScope();
        var (cosine, sine) = Heading(state);
        sine = forth * sine;
        var (x, y) = (changes.select(-1, turned[0]), changes.select(-1, turned[1]));
        return Put(changes, (cosine * x) + (sine * y), (cosine * y) - (sine * x)).MoveToOuterDisposeScope();
    }

    private (Tensor Cosine, Tensor Sine) Heading(Tensor state)
    {
        var heading = state.select(-1, turned[2]);
        return (heading.cos(), heading.sin());
    }

    // All channels, the two turned ones from elsewhere.
    private Tensor Put(Tensor all, Tensor first, Tensor second) => stack(
        Enumerable.Range(0, (int)all.shape[^1]).Select(channel => channel == turned[0] ? first : channel == turned[1] ? second : all.select(-1, channel)), dim: -1);

    private static Tensor Columns(Tensor from, long[] columns) => from.index_select(-1, tensor(columns, device: from.device));
}
