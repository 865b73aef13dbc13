using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Tests.Models;

namespace WorldModel.Tests.Learning;

public sealed class EnsembleFitTests
{
    private static readonly Trajectories Walks = EnsembleSamples.Walks();
    private static readonly Windows Train = Windows.Cut(Walks.Pick(0, 1, 2, 3), 1);
    private static readonly Windows Validation = Windows.Cut(Walks.Pick(4, 5), 1);

    [Theory]
    [InlineData(1, 13, 0)]
    [InlineData(1, 13, 0.05)]
    [InlineData(3, 200, 0)] // one batch an epoch: in which order it lies does not matter
    public void Kernels_train_as_TorchSharp_does(int members, int batch, double clipNorm)
    {
        FitOptions options = new(Epochs: 6, BatchSize: batch, ClipNorm: clipNorm);
        var (kernels, torch) = (Make(members), Make(members));
        Seed.Set(9);
        var fast = Trainer.Fit(kernels, Train, Validation, options);
        Seed.Set(9);
        var slow = Trainer.Fit(torch.parameters(), Train, Validation, piece => EnsembleFit.Loss(torch, piece), options);
        Assert.All(slow.Zip(fast), pair =>
        {
            Assert.Equal(pair.First.Train, pair.Second.Train, 1e-4);
            Assert.Equal(pair.First.Validation, pair.Second.Validation, 1e-4);
        });
        Assert.All(kernels.parameters().Zip(torch.parameters()), pair => Assert.Equal(0, Doubles.Worst(pair.First, pair.Second), 2e-3));
    }

    [Fact]
    public void Variances_at_their_bounds_have_the_loss_that_TorchSharp_finds()
    {
        foreach (var bias in new[] { -60f, -12f, 1f, 60f })
        {
            var model = Make(members: 1);
            using (no_grad())
            {
                model.Weights(0)[^1].fill_(bias);
            }

            Windows two = new(Train.States.narrow(0, 0, 2), Train.Actions.narrow(0, 0, 2));
            var expected = EnsembleFit.Loss(model, two).ToDouble();
            Assert.Equal(1, Trainer.Fit(model, two, two, new(Epochs: 1, LearningRate: 1e-9))[0].Train / expected, 1e-4);
        }
    }

    [Fact]
    public void Members_learn_from_orders_of_their_own()
    {
        // Two members with the same weights differ after an epoch only by what they saw first.
        var model = Make(members: 2);
        using (no_grad())
        {
            foreach (var (from, to) in model.Weights(0).Zip(model.Weights(1)))
            {
                to.copy_(from);
            }
        }

        Trainer.Fit(model, Train, Validation, new(Epochs: 1, BatchSize: 8));
        Assert.True(Doubles.Worst(model.Weights(0)[0], model.Weights(1)[0]) > 1e-4);
    }

    [Fact]
    public void An_ensemble_that_kernels_cannot_hold_is_trained_by_TorchSharp()
    {
        var exact = EnsembleSamples.Walks(float64);
        var model = Ensemble.For(exact, members: 2, width: 8);
        var pieces = Windows.Cut(exact, 1);
        var log = Trainer.Fit(model, pieces, pieces, new(Epochs: 15, BatchSize: 16, LearningRate: 0.01));
        Assert.True(log[^1].Validation < log[0].Validation - 0.02, $"{log[^1].Validation} after {log[0].Validation}");
    }

    [Fact]
    public void A_reading_that_is_no_number_is_told_with_its_place_and_leaves_the_best_weights()
    {
        var model = Make(members: 2);
        var before = model.parameters().Select(parameter => parameter.detach().clone()).ToList();
        Windows broken = new(where(arange(Train.Count).view(-1, 1, 1).eq(40), tensor(float.NaN), Train.States), Train.Actions);
        var error = Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(model, broken, Validation, new(Epochs: 2, BatchSize: 32)));
        Assert.Equal(1, error.Epoch);
        Assert.All(model.parameters().Zip(before), pair => Assert.Equal(0, Doubles.Worst(pair.First, pair.Second)));
    }

    [Fact]
    public void Windows_of_another_world_or_of_more_steps_are_refused_by_name()
    {
        var model = Make(members: 1);
        Assert.Contains("4 state and 2 action", Assert.Throws<ArgumentException>(() => Trainer.Fit(model, new Windows(zeros(4, 2, 5), zeros(4, 1, 1)), Validation)).Message, StringComparison.Ordinal);
        Assert.Contains("single steps, and these windows have 3", Assert.Throws<ArgumentException>(() => Trainer.Fit(model, Windows.Cut(Walks, 3), Validation)).Message, StringComparison.Ordinal);
    }

    private static Ensemble Make(int members)
    {
        Seed.Set(5);
        return Ensemble.For(Walks, members, width: 12, features: EnsembleSamples.Turning);
    }
}
