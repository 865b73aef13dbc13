namespace WorldModel.Learning;

/// <summary>Values of the unknowns that a twin is to be built with.</summary>
public sealed class Trial
{
    private readonly IReadOnlyList<Unknown> unknowns;
    private readonly Tensor values;

    internal Trial(IReadOnlyList<Unknown> unknowns, Tensor values) => (this.unknowns, this.values) = (unknowns, values);

    /// <summary>
    /// Value of an unknown: while it is sought a column [N, 1], one row for each state [N, S], so that many values are
    /// tried at once; [1] in a finished twin. Both broadcast, and <c>cat([a, b, c], -1)</c> makes a vector of several.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such unknown; the message lists those that there are.</exception>
    public Tensor this[string name]
    {
        get
        {
            var index = unknowns.Select(unknown => unknown.Name).ToList().IndexOf(name);
            return index >= 0
                ? values.narrow(-1, index, 1)
                : throw new ArgumentException($"there is no unknown '{name}'; there are {string.Join(", ", unknowns.Select(unknown => unknown.Name))}", nameof(name));
        }
    }
}
