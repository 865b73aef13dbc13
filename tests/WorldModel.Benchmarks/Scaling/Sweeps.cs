using WorldModel.Benchmarks.Works;

namespace WorldModel.Benchmarks.Scaling;

/// <summary>What grows.</summary>
internal static class Sweeps
{
    internal static IReadOnlyList<Sweep> All { get; } =
    [
        new("batch of a training step, 2×128", "time of an example", [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384, 65536], batch => TorchTraining.Make(128, 2, batch), batch => batch),
        new("hidden units of a training step, 2 layers, batch 1024", "time of an example", [32, 64, 96, 128, 192, 256, 384, 512], width => TorchTraining.Make(width, 2, 1024), _ => 1024),
    ];
}
