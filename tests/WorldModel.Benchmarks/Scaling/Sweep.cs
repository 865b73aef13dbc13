using WorldModel.Benchmarks.Measuring;

namespace WorldModel.Benchmarks.Scaling;

/// <summary>One size of a problem that grows while all others stay.</summary>
/// <param name="Name">What grows, and what stays.</param>
/// <param name="Item">What the time is told for.</param>
/// <param name="Sizes">The sizes.</param>
/// <param name="Make">The work of a size.</param>
/// <param name="Items">Items of one run of that work.</param>
internal sealed record Sweep(string Name, string Item, int[] Sizes, Func<int, Work> Make, Func<int, double> Items);
