using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

/// <summary>How far the optimiser goes in a step, seen at a loss whose gradient is known.</summary>
public sealed class TrainerStepTests
{
    private const int Epochs = 10;
    private static readonly Windows One = new(zeros([1, 2, 1], float64), zeros([1, 1, 0], float64));

    [Fact]
    public void The_learning_rate_falls_along_half_a_cosine()
    {
        // Under a constant gradient, a step of Adam is as long as its learning rate.
        var rates = Steps(position => 3 * position.sum(), new(Epochs, LearningRate: 0.1)).ToList();
        Assert.All(Enumerable.Range(0, Epochs), i => Assert.Equal(0.05 * (1 + Math.Cos(Math.PI * i / Epochs)), rates[i], 1e-6));
    }

    [Fact]
    public void A_long_gradient_is_clipped_and_a_short_one_followed_as_it_is()
    {
        // The gradient is 10 in the first epoch and 0.1 in the second: Adam's second step tells their ratio.
        Assert.Equal(SecondStep(10, 0.1), SecondStepOfFit(clip: 0), 1e-6);
        Assert.Equal(SecondStep(1, 0.1), SecondStepOfFit(clip: 1), 1e-5);
        Assert.Equal(SecondStep(10, 0.1), SecondStepOfFit(clip: 100), 1e-6);
    }

    [Fact]
    public void All_parameters_are_clipped_together()
    {
        // Gradients 3 and 4 are 5 long. Clipped one by one they would be equal, and so would be the second steps.
        Parameter first = new(zeros(1, float64)), second = new(zeros(1, float64));
        var (epoch, seen) = (0, new List<(double, double)>());
        Trainer.Fit([first, second], One, One, Loss, new(Epochs: 2, LearningRate: 0.1, ClipNorm: 1));
        var rate = 0.1 * 0.5;
        Assert.Equal(rate * SecondStep(3 / 5.0, 0.06), seen[0].Item1 - seen[1].Item1, 1e-6);
        Assert.Equal(rate * SecondStep(4 / 5.0, 0.08), seen[0].Item2 - seen[1].Item2, 1e-6);

        Tensor Loss(Windows batch)
        {
            if (!is_grad_enabled())
            {
                seen.Add((first.ToDouble(), second.ToDouble()));
                return Doubles.Scalar(1);
            }

            return (epoch++ == 0 ? 1 : 0.02) * (3 * first + 4 * second).sum();
        }
    }

    private static double SecondStepOfFit(double clip)
    {
        var epoch = 0;
        return Steps(position => (epoch++ == 0 ? 10 : 0.1) * position.sum(), new(Epochs: 2, LearningRate: 0.1, ClipNorm: clip)).ElementAt(1) / (0.1 * 0.5);
    }

    // Adam's second step in units of the learning rate (Kingma and Ba, algorithm 1, β 0.9 and 0.999).
    private static double SecondStep(double first, double second)
    {
        var mean = (0.9 * 0.1 * first + 0.1 * second) / (1 - 0.9 * 0.9);
        var square = (0.999 * 0.001 * first * first + 0.001 * second * second) / (1 - 0.999 * 0.999);
        return mean / Math.Sqrt(square);
    }

    // Lengths of the steps, seen from where the validation after each epoch finds the parameter.
    private static IEnumerable<double> Steps(Func<Tensor, Tensor> loss, FitOptions options)
    {
        Parameter position = new(zeros(1, float64));
        List<double> seen = [0];
        Trainer.Fit([position], One, One, Loss, options);
        return seen.Zip(seen.Skip(1), (before, after) => before - after);

        Tensor Loss(Windows batch)
        {
            if (is_grad_enabled())
            {
                return loss(position);
            }

            seen.Add(position.ToDouble());
            return Doubles.Scalar(1);
        }
    }
}
