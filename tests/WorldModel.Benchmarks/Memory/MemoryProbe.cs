namespace WorldModel.Benchmarks.Memory;

/// <summary>Something that goes on for very many steps and must not gather memory.</summary>
/// <param name="Name">What goes on.</param>
/// <param name="Make">Prepares it, and gives what does a number of steps, a multiple of <see cref="MemoryProbes.Chunk"/>.</param>
internal sealed record MemoryProbe(string Name, Func<Action<int>> Make);
