using WorldModel.Benchmarks.Works;

namespace WorldModel.Benchmarks.Scaling;

/// <summary>What grows.</summary>
internal static class Sweeps
{
    internal static IReadOnlyList<Sweep> All { get; } =
    [
        new("batch, training step 2×128", "time of an example", [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384, 65536], batch => KernelTraining.Make(128, 2, batch), batch => batch),
        new("hidden units, training step of 2 layers, batch 1024", "time of an example", [32, 64, 96, 128, 192, 256, 384, 512], width => KernelTraining.Make(width, 2, 1024), _ => 1024),
        new("horizon, rollout of 256 runs, 2×128", "time of a run's step", [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], steps => KernelRollout.Make((128, 2, 1), 256, steps), steps => 256.0 * steps),
        new("networks, CEM 3×200, 500 candidates, 30 steps", "time of a candidate's step", [1, 2, 3, 5, 8, 12, 20], networks => KernelRollout.MakeCem((200, 3, networks), 500, 30), networks => 500.0 * 30 * networks),
        new("bodies, each pair through a network 2×128", "time of a pair", [2, 3, 5, 10, 20, 30, 50, 100], bodies => KernelRollout.Make((128, 2, 1), Pairs(bodies), 1), bodies => Pairs(bodies)),
    ];

    // Each body is told of each other: an interaction network's relations (Battaglia et al., arXiv 1612.00222).
    private static int Pairs(int bodies) => bodies * (bodies - 1);
}
