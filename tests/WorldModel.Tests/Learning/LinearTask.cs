using TorchSharp.Modules;
using WorldModel.Data;

namespace WorldModel.Tests.Learning;

/// <summary>Runs of a linear system with noise, and a linear model of it: a task whose best answer is known.</summary>
internal sealed class LinearTask
{
    internal LinearTask(ScalarType? type = null)
    {
        var truth = tensor(new[,] { { 0.9, 0.2 }, { -0.1, 0.8 } });
        Generator random = new(11);
        List<Tensor> states = [randn([12, 2], float64, generator: random)];
        for (var step = 0; step < 20; step++)
        {
            states.Add(states[^1].matmul(truth) + 0.05 * randn([12, 2], float64, generator: random));
        }

        Trajectories runs = new(new(new("a", ""), new("b", "")), Space.None, stack(states, 1).to(type ?? float64), zeros([12, 20, 0], type ?? float64), 1);
        (Train, Validation) = (Windows.Cut(runs.Pick(0, 1, 2, 3, 4, 5, 6, 7), 1), Windows.Cut(runs.Pick(8, 9, 10, 11), 1));
        Weights = new(zeros([2, 2], type ?? float64));
    }

    internal Windows Train { get; }

    internal Windows Validation { get; }

    internal Parameter Weights { get; }

    internal Tensor Loss(Windows windows) => (windows.Initial.matmul(Weights) - windows.Targets.select(1, 0)).square().mean();

    internal double LossOf(Windows windows)
    {
        using var noGradient = no_grad();
        return Loss(windows).ToDouble();
    }
}
