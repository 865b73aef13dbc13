using TorchSharp;
using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning;

public sealed class RolloutFitTests
{
    private static readonly Trajectories Runs =
        new Simulated(new Pendulum(), 0.05).Run(randn([12, 2], generator: new Generator(3)), randn([12, 30, 1], generator: new Generator(4)));

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(5, 0, 0, 0)]
    [InlineData(5, 0.05, 0, 0)]
    [InlineData(5, 0, 0.75, 0)]
    [InlineData(5, 0, 0, 2)]
    [InlineData(6, 0, 0.75, 3)]
    public void Kernels_train_as_TorchSharp_does(int steps, double clipNorm, double ramp, int truncation)
    {
        var (train, validation) = Cut(steps);
        FitOptions options = new(Epochs: 4, BatchSize: 37, ClipNorm: clipNorm) { Ramp = ramp }; // the last batch is a smaller one
        var (kernels, torch) = (Make(), Make());
        Seed.Set(9);
        var fast = Trainer.Fit(kernels, train, validation, options with { Truncation = truncation });
        Seed.Set(9);
        var slow = Trainer.Fit(torch.parameters(), train, validation, batch => Loss(torch, batch, truncation), options);
        Assert.Equal(slow.Select(epoch => epoch.Epoch), fast.Select(epoch => epoch.Epoch));
        Assert.All(slow.Zip(fast), pair =>
        {
            Assert.Equal(pair.First.Train, pair.Second.Train, 1e-4 * pair.First.Train);
            Assert.Equal(pair.First.Validation, pair.Second.Validation, 1e-3 * pair.First.Validation);
        });
        Assert.All(kernels.parameters().Zip(torch.parameters()), pair => Assert.Equal(0, Doubles.Worst(pair.First, pair.Second), 2e-3));
    }

    [Fact]
    public void The_model_left_behind_has_the_lowest_validation_loss()
    {
        // Nothing moves in the windows to choose by, as in the untrained model: every further epoch is worse.
        var (train, _) = Cut(2);
        Windows still = new(train.Initial.unsqueeze(1).expand(-1, 3, -1), train.Actions);
        var model = Make();
        var log = Trainer.Fit(model, train, still, new(Epochs: 5, BatchSize: 16));
        using var noGradient = no_grad();
        Assert.True(log[^1].Validation > 2 * log[0].Validation, $"{log[^1].Validation} after {log[0].Validation}");
        Assert.Equal(log[0].Validation, Loss(model, still).ToDouble(), 1e-4 * log[0].Validation);
    }

    [Fact]
    public void Truncation_changes_gradients_and_not_the_loss_and_is_refused_where_there_is_no_rollout()
    {
        var (train, validation) = Cut(4);
        double[] Losses(int truncation)
        {
            var model = Make();
            Seed.Set(9);
            return [.. Trainer.Fit(model, train, validation, new(Epochs: 2, BatchSize: (int)train.Count) { Truncation = truncation }).Select(epoch => epoch.Train)];
        }

        var (whole, cut) = (Losses(0), Losses(1));
        Assert.Equal(whole[0], cut[0]);
        Assert.NotEqual(whole[1], cut[1]);
        Assert.Equal(whole, Losses(4));
        var model = Make();
        var refused = Assert.Throws<ArgumentException>(() => Trainer.Fit(model.parameters(), train, validation, batch => Loss(model, batch), new() { Truncation = 2 }));
        Assert.Contains("detach states in the loss", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_model_that_kernels_cannot_hold_is_trained_by_TorchSharp(int truncation)
    {
        Trajectories exact = new(Runs.State, Runs.Action, Runs.States.to(float64), Runs.Actions.to(float64), Runs.Dt);
        var (train, validation) = (Windows.Cut(Split.ByRun(exact).Train, 3), Windows.Cut(Split.ByRun(exact).Validation, 3));
        Seed.Set(1);
        var model = ResidualMlp.For(exact, width: 16);
        var log = Trainer.Fit(model, train, validation, new(Epochs: 10, BatchSize: 16, LearningRate: 0.01) { Truncation = truncation });
        Assert.True(log[^1].Validation < 0.7 * log[0].Validation, $"{log[^1].Validation} after {log[0].Validation}");
    }

    [Fact]
    public void A_loss_that_is_no_number_is_told_with_its_place_and_leaves_the_best_weights()
    {
        var (train, validation) = Cut(1);
        var model = Make();
        var before = model.parameters().Select(parameter => parameter.detach().clone()).ToList();
        Windows broken = new(where(arange(train.Count).view(-1, 1, 1).eq(40), tensor(float.NaN), train.States), train.Actions);
        var error = Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(model, broken, validation, new(Epochs: 2, BatchSize: 32)));
        Assert.Equal(1, error.Epoch);
        Assert.InRange(error.Batch, 1, (int)((train.Count + 31) / 32));
        Assert.All(model.parameters().Zip(before), pair => Assert.Equal(0, Doubles.Worst(pair.First, pair.Second)));
    }

    [Fact]
    public void Windows_of_another_world_or_of_two_lengths_are_refused_by_name()
    {
        var (train, validation) = Cut(2);
        var wider = new Windows(zeros(4, 3, 5), zeros(4, 2, 1));
        Assert.Contains("2 state and 1 action", Assert.Throws<ArgumentException>(() => Trainer.Fit(Make(), wider, validation)).Message, StringComparison.Ordinal);
        var longer = Windows.Cut(Runs, 3);
        Assert.Contains("2 steps and those to choose by 3", Assert.Throws<ArgumentException>(() => Trainer.Fit(Make(), train, longer)).Message, StringComparison.Ordinal);
    }

    private static (Windows Train, Windows Validation) Cut(int steps)
    {
        var split = Split.ByRun(Runs);
        return (Windows.Cut(split.Train, steps), Windows.Cut(split.Validation, steps));
    }

    private static ResidualMlp Make()
    {
        Seed.Set(5);
        return ResidualMlp.For(Runs, width: 24);
    }

    // As the docstring says it, through TorchSharp's own layers.
    private static Tensor Loss(ResidualMlp model, Windows batch, int truncation = 0)
    {
        var (state, sum) = (batch.Initial, zeros(1)[0]);
        for (var step = 0; step < batch.Steps; step++)
        {
            state = truncation > 0 && step % truncation == 0 ? state.detach() : state;
            state = model.call(state, batch.Actions.select(1, step));
            sum += ((state - batch.Targets.select(1, step)) / model.Changes).square().mean();
        }

        return sum / batch.Steps;
    }
}
