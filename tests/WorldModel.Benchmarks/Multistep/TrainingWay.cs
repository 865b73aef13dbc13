using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;

namespace WorldModel.Benchmarks.Multistep;

/// <summary>A way to train a network for rollouts.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Steps">Steps K of a window, the horizon ramped up over the first 30 % of the epochs.</param>
/// <param name="InputNoise">Noise on the first state of a window, as a share of its spread.</param>
/// <param name="Truncation">Steps through which gradients flow back at most; 0 for all.</param>
/// <param name="Loss">Where it is not the mean over all steps, with gradients through all of them.</param>
internal sealed record TrainingWay(string Name, int Steps, double InputNoise = 0, int Truncation = 0, Func<ResidualMlp, Windows, Tensor>? Loss = null)
{
    internal static IReadOnlyList<TrainingWay> All =>
    [
        new("one step", 1), new("5 steps", 5), new("10 steps", 10),
        new("10 steps, gradients cut after 5", 10, Truncation: 5),
        new("pushforward, 4 steps and 1", 5, Loss: Pushforward),
        new("one step, 3 % input noise", 1, 0.03), new("one step, 10 % input noise", 1, 0.1),
    ];

    /// <summary>A network trained with as many evaluations as <paramref name="budget"/> epochs of one-step training take.</summary>
    internal ResidualMlp Train(Split split, int budget, int seed)
    {
        Seed.Set(seed);
        var model = ResidualMlp.For(split.Train);
        var (train, validation) = (Windows.Cut(split.Train, Steps), Windows.Cut(split.Validation, Steps));
        FitOptions options = new(Epochs(budget), ClipNorm: 1) { Ramp = 0.3, InputNoise = InputNoise, Truncation = Truncation };
        if (Loss is null)
        {
            Trainer.Fit(model, train, validation, options);
        }
        else
        {
            Trainer.Fit(model.parameters(), train, validation, windows => Loss(model, windows), options);
        }

        return model;
    }

    // The ramp costs (1 + K)/2 evaluations a window, the rest K.
    private int Epochs(int budget) => Math.Max(1, (int)Math.Round(budget / ((0.3 * (1 + Steps) / 2) + (0.7 * Steps))));

    // One step from the truth and one from where the model itself has come to (Brandstetter et al., arXiv 2202.03376).
    private static Tensor Pushforward(ResidualMlp model, Windows windows)
    {
        Tensor Error(Tensor from, int step) => ((model.Step(from, windows.Actions.select(1, step)) - windows.Targets.select(1, step)) / model.Changes).square().mean();
        var last = windows.Steps - 1;
        if (last == 0)
        {
            return Error(windows.Initial, 0);
        }

        using var noGradient = no_grad();
        var reached = model.Run(windows.Initial, windows.Actions.narrow(1, 0, last)).States.select(1, -1);
        using var gradient = enable_grad();
        return 0.5 * (Error(windows.Initial, 0) + Error(reached, last));
    }
}
