namespace WorldModel.Kernels;

/// <summary>How rows are dealt to blocks of lanes. It follows from the number of rows alone, so that sums over blocks add in the same order on any number of threads.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Lanes">Lanes of a block: at most 64, so that a block's activations stay in the first caches.</param>
internal readonly record struct BatchBlocks(int Rows, int Lanes)
{
    private const int Most = 64;

    internal int Count => (Rows + Lanes - 1) / Lanes;

    /// <param name="rows">How many there are.</param>
    /// <param name="multiple">What the lanes of a block have to be a multiple of.</param>
    internal static BatchBlocks Of(int rows, int multiple) => new(rows, Math.Min(MlpShape.RoundUp(Math.Max(rows, 1), multiple), Most));

    /// <summary>Rows of a block.</summary>
    internal (int First, int Count) Block(int block) => (block * Lanes, Math.Min(Lanes, Rows - (block * Lanes)));
}
