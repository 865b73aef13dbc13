namespace WorldModel.Benchmarks.Measuring;

/// <summary>Something to be measured, with all that it needs.</summary>
/// <param name="name">What it is called in tables.</param>
/// <param name="run">Does it once.</param>
/// <param name="holds">What lives as long as the work does.</param>
internal sealed class Work(string name, Action run, params IDisposable[] holds) : IDisposable
{
    internal string Name { get; } = name;

    /// <summary>Useful floating-point operations of one run: two for each weight that meets a number; 0 where nobody counted.</summary>
    internal double Flops { get; init; }

    internal void Run() => run();

    public void Dispose() => Array.ForEach(holds, held => held.Dispose());
}
