namespace WorldModel.Learning;

/// <summary>A number of a law that measurements have to tell.</summary>
/// <param name="Name">What it is called, such as "gravity".</param>
/// <param name="Unit">Its SI unit as text, "" when it has none.</param>
/// <param name="Lower">Lowest value it may have, in that unit.</param>
/// <param name="Upper">Highest value it may have.</param>
/// <param name="Start">Where one of the searches begins; the middle of the bounds when not given.</param>
public sealed record Unknown(string Name, string Unit, double Lower, double Upper, double? Start = null)
{
    /// <summary>Upper bound less lower bound.</summary>
    internal double Range => Upper - Lower;

    /// <exception cref="ArgumentException">The bounds are no interval, or the start lies outside.</exception>
    internal void Validate()
    {
        if (!double.IsFinite(Range) || Range <= 0)
        {
            throw new ArgumentException($"the bounds of '{Name}' must be two numbers, the lower one first; they are {Lower} and {Upper}");
        }

        if (Start is { } start && !(start > Lower && start < Upper))
        {
            throw new ArgumentException($"the start of '{Name}' must lie between its bounds, {Lower} and {Upper}; it is {start}");
        }
    }
}
