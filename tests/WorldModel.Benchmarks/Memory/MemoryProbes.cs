using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Works;
using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Memory;

/// <summary>Training and rollouts through the library's own entries, small enough that a million steps take a minute or two.</summary>
internal static class MemoryProbes
{
    /// <summary>Steps that every probe can do in whole trainings and rollouts.</summary>
    internal const int Chunk = 1000;

    private const int Width = 16, Batch = 32, RolloutSteps = 100, Runs = 8;

    internal static IReadOnlyList<MemoryProbe> All { get; } =
    [
        new("training by kernels", () => Step(KernelTraining.Make(Width, 2, Batch))),
        new("rollout of a network by kernels", () => Rollout(Model().Compile())),
        new("training by TorchSharp", TrainingByTorch),
        new("rollout of a network by TorchSharp", () => Rollout(new Called(Model()))),
        new("rollout of a world", () => Rollout(World())),
    ];

    private static Simulated World() => new(new Pendulum(), 0.02);

    private static Trajectories Data()
    {
        Seed.Set(0);
        return World().Run(randn(Batch, 2), randn(Batch, 100, 1));
    }

    private static ResidualMlp Model() => ResidualMlp.For(Data(), Width);

    // A training of a thousand steps: ten epochs of a hundred batches.
    private static Action<int> TrainingByTorch()
    {
        var runs = Data();
        var (model, windows) = (ResidualMlp.For(runs, Width), Windows.Cut(runs, 1));
        FitOptions options = new(Epochs: Chunk / 100, BatchSize: Batch);
        return steps => Repeat(steps / Chunk, () => Trainer.Fit(model.parameters(), windows, windows, Loss, options));

        Tensor Loss(Windows batch) => (model.call(batch.Initial, batch.Actions.select(1, 0)) - batch.Targets.select(1, 0)).square().mean();
    }

    private static Action<int> Step(Work work) => steps => Repeat(steps, work.Run);

    private static Action<int> Rollout(IDynamics dynamics)
    {
        var (initial, actions) = (randn(Runs, dynamics.State.Size), randn(Runs, RolloutSteps, dynamics.Action.Size));
        return steps => Repeat(steps / RolloutSteps, () =>
        {
            using var noGradient = no_grad();
            using var scope = NewDisposeScope();
            dynamics.Run(initial, actions);
        });
    }

    /// <summary>A model that only TorchSharp steps.</summary>
    private sealed class Called(ResidualMlp model) : IDynamics
    {
        public Space State => model.State;

        public Space Action => model.Action;

        public double Dt => model.Dt;

        public Tensor Step(Tensor state, Tensor action) => model.call(state, action);
    }

    private static void Repeat(int times, Action act)
    {
        for (var time = 0; time < times; time++)
        {
            act();
        }
    }
}
