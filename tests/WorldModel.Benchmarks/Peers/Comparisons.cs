using WorldModel.Benchmarks.Works;

namespace WorldModel.Benchmarks.Peers;

/// <summary>What is compared, with the ratios to reach.</summary>
internal static class Comparisons
{
    private const int Candidates = 500, Horizon = 30;

    internal static IReadOnlyList<Comparison> All { get; } =
    [
        .. Training(128, 2, [(64, 0.25), (256, 0.45), (1024, 0.65), (4096, 0.65)]),
        .. Training(256, 3, [(64, 0.5), (256, 0.75), (1024, 0.75)]),
        Worlds("10 000 projectiles, 300 steps of RK4", 1, 0.2),
        Worlds("10 000 projectiles, 300 steps of RK4, 2 threads", 2, 0.12),
        .. new[] { (64, 0.65), (256, 0.85), (1024, 1.1) }.Select(one => new Comparison($"TorchSharp with our Adam, 2×128, batch {one.Item1}", $"train/2x128/{one.Item1}", () => TorchTraining.Make(128, 2, one.Item1)) { Goal = one.Item2 }),
        // No win claimed: kernels do not cover convolutions. Both sides may use both cores.
        new("conv encoder by TorchSharp, 2 threads", "conv/128", () => TorchEncoder.Make(128)) { Threads = 2, Goal = 1.2 },
    ];

    private static Comparison Worlds(string name, int threads, double goal) =>
        new(name, "world/10000/300", () => WorldSteps.Make(10_000, 300)) { Threads = threads, PeerThreads = [1], Goal = goal };

    private static IEnumerable<Comparison> Training(int width, int layers, (int Batch, double Goal)[] batches) => batches.Select(one =>
        new Comparison($"training step {layers}×{width}, batch {one.Batch}", $"train/{layers}x{width}/{one.Batch}", () => TorchTraining.Make(width, layers, one.Batch)) { Goal = one.Goal });
}
