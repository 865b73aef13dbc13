using System.Diagnostics;
using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Data;
using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Hamiltonian;

/// <summary>The paper's table beside ours: 15 starts, 20 s, 100 points, no stretch of time.</summary>
internal static class HamiltonianRun
{
    private static readonly string[] Head = ["task", "published MLP", "published HNN", "MLP [J²]", "HNN [J²]", "ratio", "seconds"];

    internal static int Run(int seeds, HamiltonianSettings settings)
    {
        var rows = HamiltonianTask.All.Select(task => Row(task, seeds, settings)).ToList();
        Console.WriteLine(new Grid(Head, rows).ToText());
        return ExitCode.Done;
    }

    /// <summary>Mean energy errors of a network without and one with an energy, under one seed.</summary>
    internal static (double Mlp, double Hnn) Measure(HamiltonianTask task, int seed, HamiltonianSettings settings)
    {
        using var scope = NewDisposeScope();
        Seed.Set(seed);
        var truth = task.Run(task.Size.Runs, task.Size.Seconds, task.Size.Points);
        var future = task.Run(15, 20, 100);
        var seen = new Sensor { Noise = [.. Enumerable.Repeat(task.Noise, truth.State.Size)] }.Observe(truth, seed);
        var pairs = Pairs(seen.States, task.World.Derivative(truth.States, zeros([task.Size.Runs, task.Size.Points, truth.Action.Size])), truth.Action.Size);
        return (Error(NeuralOde.Unscaled(seen, settings.Width)), Error(HamiltonianNet.Unscaled(seen, settings.Width)));

        double Error(LearnedPhysics model)
        {
            Train(model, pairs, settings);
            return Conservation.SquaredErrors(future, new Strided(new Simulated(model, future.Dt / 4), 4).Predict(future), task.Energy).Average();
        }
    }

    private static string[] Row(HamiltonianTask task, int seeds, HamiltonianSettings settings)
    {
        var watch = Stopwatch.StartNew();
        var found = Enumerable.Range(1, seeds).Select(seed => Measure(task, seed, settings)).ToList();
        string Say(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
        return
        [
            task.Name, Say(task.Published.Mlp), Say(task.Published.Hnn), $"{Spread.Of(found.Select(one => one.Mlp))}", $"{Spread.Of(found.Select(one => one.Hnn))}",
            $"{Spread.Of(found.Select(one => one.Mlp / one.Hnn))}", Say(watch.Elapsed.TotalSeconds / seeds),
        ];
    }

    private static Windows Pairs(Tensor states, Tensor rates, int actions) =>
        new(stack([states, rates], 2).flatten(0, 1), zeros([states.shape[0] * states.shape[1], 1, actions]));

    private static void Train(LearnedPhysics model, Windows pairs, HamiltonianSettings settings)
    {
        var isFull = pairs.Count < 5000;
        var epochs = isFull ? settings.Steps : Math.Max(1, (int)(5L * settings.Steps * 200 / pairs.Count));
        FitOptions options = new(epochs, isFull ? (int)pairs.Count : 200, 1e-3);
        if (model is NeuralOde free)
        {
            Trainer.FitRates(free, pairs, pairs, options);
            return;
        }

        Tensor Loss(Windows batch) => (model.Derivative(batch.Initial, batch.Actions.select(1, 0)) - batch.Targets.select(1, 0)).square().mean();
        Trainer.Fit(model.parameters(), pairs, pairs, Loss, options);
    }
}
