using WorldModel.Benchmarks.Works;

namespace WorldModel.Benchmarks.Peers;

/// <summary>What is compared, with the ratios to reach.</summary>
internal static class Comparisons
{
    private const int Candidates = 500, Horizon = 30, Steps = 1000;

    internal static IReadOnlyList<Comparison> All { get; } =
    [
        .. Training(128, 2, [(64, 0.25), (256, 0.45), (1024, 0.65), (4096, 0.65)]),
        .. Training(256, 3, [(64, 0.5), (256, 0.75), (1024, 0.75)]),
        // The goals hold against the peer's better number of threads: where it is two, ours may be two as well.
        .. Training(128, 2, [(1024, 0.65), (4096, 0.65)], threads: 2),
        .. Training(256, 3, [(256, 0.75), (1024, 0.75)], threads: 2),
        Cem("CEM, 5 networks 3×200", 1, 0.8),
        Cem("CEM, 5 networks 3×200, 2 threads", 2, 0.5),
        new("one state, one step, 2×128", $"step/2x128/{Steps}", () => KernelRollout.Make((128, 2, 1), 1, Steps)) { Goal = 0.08, Steps = Steps },
        ThroughTime("back-propagation, 20 steps, 2×128", 1),
        ThroughTime("back-propagation, 20 steps, 2×128, 2 threads", 2),
        Worlds("10 000 projectiles, 300 steps of RK4", 1, 0.2),
        Worlds("10 000 projectiles, 300 steps of RK4, 2 threads", 2, 0.12),
        .. TorchSharp([(64, 0.65), (256, 0.85), (1024, 1.1)]),
        // No win claimed: kernels do not cover convolutions. Both sides may use both cores.
        new("conv encoder by TorchSharp, 2 threads", "conv/128", () => TorchEncoder.Make(128)) { Threads = 2, Goal = 1.2 },
    ];

    private static IEnumerable<Comparison> Training(int width, int layers, (int Batch, double Goal)[] batches, int threads = 1) => batches.Select(one =>
        new Comparison($"training step {layers}×{width}, batch {one.Batch}{(threads == 1 ? "" : $", {threads} threads")}", $"train/{layers}x{width}/{one.Batch}", () => KernelTraining.Make(width, layers, one.Batch)) { Threads = threads, Goal = one.Goal });

    private static IEnumerable<Comparison> TorchSharp((int Batch, double Goal)[] batches) => batches.Select(one =>
        new Comparison($"TorchSharp with our Adam, 2×128, batch {one.Batch}", $"train/2x128/{one.Batch}", () => TorchTraining.Make(128, 2, one.Batch)) { Goal = one.Goal });

    private static Comparison Cem(string name, int threads, double goal) =>
        new(name, $"cem/5/{Candidates}/{Horizon}", () => KernelRollout.MakeCem((200, 3, 5), Candidates, Horizon)) { Threads = threads, Goal = goal, LeastOfPeak = 0.8 };

    private static Comparison ThroughTime(string name, int threads) =>
        new(name, "bptt/2x128/128/20", () => KernelThroughTime.Make((128, 2), 128, 20)) { Threads = threads, Goal = 0.5 };

    private static Comparison Worlds(string name, int threads, double goal) =>
        new(name, "world/10000/300", () => WorldSteps.Make(10_000, 300)) { Threads = threads, PeerThreads = [1], Goal = goal };
}
