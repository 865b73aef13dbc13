namespace WorldModel.Models;

/// <summary>Positions as a network sees them: an angle [rad] by its cosine and sine, anything else scaled.</summary>
internal sealed class CoordinateFeatures
{
    private readonly long[] angles;
    private readonly long[] others;

    internal CoordinateFeatures(IEnumerable<Channel> positions)
    {
        var all = positions.Select((channel, i) => (IsAngle: channel.Unit == "rad", Number: (long)i)).ToList();
        angles = [.. all.Where(one => one.IsAngle).Select(one => one.Number)];
        others = [.. all.Where(one => !one.IsAngle).Select(one => one.Number)];
    }

    /// <summary>Number of features F.</summary>
    internal int Size => 2 * angles.Length + others.Length;

    /// <summary>Features [B, F] of positions [B, n], and how they change with each position [B, n, F].</summary>
    internal (Tensor Values, Tensor Changes) Of(Tensor positions, Tensor mean, Tensor deviation)
    {
        using var scope = NewDisposeScope();
        var (count, each) = (positions.shape[1], eye(positions.shape[1], dtype: positions.dtype, device: positions.device));
        Tensor Pick(Tensor values, long[] which) => values.index_select(-1, tensor(which, device: positions.device));
        var (cosine, sine) = (Pick(positions, angles).cos(), Pick(positions, angles).sin());
        var values = cat([cosine, sine, Pick((positions - mean) / deviation, others)], dim: -1);
        var (turn, move) = (Pick(each, angles), Pick(each / deviation, others));
        var changes = cat([-sine.unsqueeze(1) * turn, cosine.unsqueeze(1) * turn, move.expand(positions.shape[0], count, others.Length)], dim: -1);
        return (values.MoveToOuterDisposeScope(), changes.MoveToOuterDisposeScope());
    }
}
