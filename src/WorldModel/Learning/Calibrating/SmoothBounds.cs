namespace WorldModel.Learning;

/// <summary>
/// The unknowns in a coordinate without bounds: value = lower + range·sigmoid(free). Whatever a search does there, the
/// value stays strictly inside of the bounds.
/// </summary>
internal sealed class SmoothBounds(IReadOnlyList<Unknown> unknowns)
{
    /// <summary>Beyond it the value is within 1e-7 of the range from a bound, and floats tell no more steps apart.</summary>
    private const double Furthest = 16;

    /// <summary>Upper less lower bounds [P].</summary>
    internal Tensor Range { get; } = tensor(unknowns.Select(unknown => unknown.Range).ToArray());

    private Tensor Lower { get; } = tensor(unknowns.Select(unknown => unknown.Lower).ToArray());

    /// <summary>Values [M, P] of free coordinates [M, P].</summary>
    internal Tensor Values(Tensor free) => Lower + Range * free.sigmoid();

    /// <summary>How fast the values change with the free coordinate [M, P].</summary>
    internal Tensor Slope(Tensor free) => Range * free.sigmoid() * (-free).sigmoid();

    /// <summary>A step in the free coordinate, no longer than the transform is nearly straight.</summary>
    internal static Tensor Move(Tensor free, Tensor step) => (free + step.clamp(-2, 2)).clamp(-Furthest, Furthest);

    /// <summary>Places [M, P] to search from: what the unknowns say, then a Latin hypercube within the bounds.</summary>
    internal Tensor Starts(int count, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = Seed.Generator(seed);
        var first = tensor(unknowns.Select(unknown => ((unknown.Start ?? unknown.Lower + unknown.Range / 2) - unknown.Lower) / unknown.Range).ToArray());
        var cells = stack([.. unknowns.Select(_ => rand([count], ScalarType.Float64, generator: generator).argsort().to(ScalarType.Float64))], dim: 1);
        var others = (cells + rand([count, unknowns.Count], ScalarType.Float64, generator: generator)) / count;
        var shares = cat([first.unsqueeze(0), others.narrow(0, 1, count - 1)]).clamp(1e-4, 1 - 1e-4);
        return (shares / (1 - shares)).log().MoveToOuterDisposeScope();
    }
}
