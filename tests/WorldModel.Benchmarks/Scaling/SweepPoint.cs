namespace WorldModel.Benchmarks.Scaling;

/// <summary>What a sweep measured at one size.</summary>
/// <param name="Size">The size.</param>
/// <param name="Run">Time of the whole work, the best block [s].</param>
/// <param name="Items">Its items.</param>
/// <param name="OfPeak">Fraction of the machine's peak.</param>
internal sealed record SweepPoint(int Size, double Run, double Items, double OfPeak)
{
    /// <summary>Time of one item [s].</summary>
    internal double PerItem => Run / Items;
}
