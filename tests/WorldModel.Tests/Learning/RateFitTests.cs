using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning;

public sealed class RateFitTests
{
    private static readonly Trajectories Swings = new Simulated(new Pendulum(), 0.05)
        .Run(randn([8, 2], float32, generator: new Generator(3)), randn([8, 12, 1], float32, generator: new Generator(4)));

    [Theory]
    [InlineData(true, 13, 0, 0)]
    [InlineData(true, 96, 0.05, 0.1)] // one batch an epoch: in which order it lies does not matter
    [InlineData(false, 13, 0, 0.1)]
    public void Kernels_train_as_TorchSharp_does(bool isScaled, int batch, double clipNorm, double decay)
    {
        FitOptions options = new(Epochs: 6, BatchSize: batch, ClipNorm: clipNorm) { WeightDecay = decay };
        var (kernels, torch, pairs) = (Make(isScaled), Make(isScaled), Pairs(Swings));
        Seed.Set(9);
        var fast = Trainer.FitRates(kernels, pairs, pairs, options);
        Seed.Set(9);
        var slow = Trainer.Fit(torch.parameters(), pairs, pairs, piece => RateFit.Loss(torch, piece), options);
        Assert.All(slow.Zip(fast), pair =>
        {
            Assert.Equal(1, pair.Second.Train / pair.First.Train, 1e-4);
            Assert.Equal(1, pair.Second.Validation / pair.First.Validation, 1e-4);
        });
        Assert.All(kernels.parameters().Zip(torch.parameters()), pair => Assert.Equal(0, Doubles.Worst(pair.First, pair.Second), 1e-3));
        Assert.True(fast[^1].Validation < fast[0].Validation);
    }

    [Fact]
    public void A_model_that_kernels_cannot_hold_is_trained_by_TorchSharp()
    {
        Trajectories exact = new(Swings.State, Swings.Action, Swings.States.to(float64), Swings.Actions.to(float64), Swings.Dt);
        var (model, pairs) = (NeuralOde.For(exact, width: 8), Pairs(exact));
        var log = Trainer.FitRates(model, pairs, pairs, new(Epochs: 10, BatchSize: 16, LearningRate: 0.01));
        Assert.True(log[^1].Validation < 0.7 * log[0].Validation, $"{log[^1].Validation} after {log[0].Validation}");
    }

    [Fact]
    public void Windows_of_other_channels_or_of_several_steps_are_refused()
    {
        var (model, pairs) = (Make(isScaled: true), Pairs(Swings));
        Assert.Contains("these windows have 3", Assert.Throws<ArgumentException>(() => Trainer.FitRates(model, new(zeros(4, 2, 3), zeros(4, 1, 1)), pairs)).Message, StringComparison.Ordinal);
        Assert.Contains("one step", Assert.Throws<ArgumentException>(() => Trainer.FitRates(model, pairs, Windows.Cut(Swings, 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_is_no_number_is_told_with_its_place()
    {
        var (model, pairs) = (Make(isScaled: true), Pairs(Swings));
        pairs.States[5, 1, 1] = double.NaN;
        var error = Assert.Throws<TrainingDivergedException>(() => Trainer.FitRates(model, pairs, pairs));
        Assert.Contains("window 5 holds NaN in channel 1 of the target of step 1", error.Message, StringComparison.Ordinal);
    }

    private static NeuralOde Make(bool isScaled)
    {
        Seed.Set(2);
        return isScaled ? NeuralOde.For(Swings, width: 13) : NeuralOde.Unscaled(Swings, width: 13);
    }

    private static Windows Pairs(Trajectories runs)
    {
        var (states, actions) = (runs.States.narrow(1, 0, runs.Steps).flatten(0, 1), runs.Actions.flatten(0, 1));
        return new(stack([states, new Pendulum().Derivative(states, actions).to(states.dtype)], 1), actions.unsqueeze(1));
    }
}
