using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class DivergenceTests
{
    private readonly LinearTask task = new();

    [Theory]
    [InlineData(0, "window 17 holds NaN in channel 1 of the state it starts from")]
    [InlineData(1, "window 17 holds NaN in channel 1 of the target of step 1")]
    public void The_first_window_that_is_no_number_is_named_with_its_channel(int step, string origin)
    {
        var states = task.Train.States.clone();
        states[17, step, 1] = double.NaN;
        states[18, 0, 0] = double.PositiveInfinity;
        AssertBeganAt(origin, () => Trainer.Fit([task.Weights], task.Train with { States = states }, task.Validation, task.Loss));
        AssertBeganAt(origin, () => Trainer.Fit([task.Weights], task.Validation, task.Train with { States = states }, task.Loss));
    }

    [Fact]
    public void So_is_the_first_action()
    {
        var actions = zeros([task.Train.Count, 1, 1], float64);
        actions[4, 0, 0] = double.NegativeInfinity;
        AssertBeganAt(
            "window 4 holds -Infinity in channel 0 of the action of step 1",
            () => Trainer.Fit([task.Weights], task.Train with { Actions = actions }, task.Validation, batch => task.Loss(batch) + batch.Actions.sum()));
    }

    [Fact]
    public void A_gradient_that_is_no_number_is_found_by_the_parameter_that_it_broke()
    {
        // The root of 0 is 0, and its slope is without bound.
        TorchSharp.Modules.Parameter whole = new(ones(3, float64)), other = new(zeros(2, float64));
        var error = Assert.Throws<TrainingDivergedException>(() =>
            Trainer.Fit([whole, other], task.Train, task.Validation, batch => whole.square().sum() + (0 * other).sum().sqrt() * 0, new(BatchSize: 40)));
        Assert.Equal((1, 2), (error.Epoch, error.Batch));
        Assert.Equal("the windows are finite, and parameter '1' [2] is not, so the update before broke it: the gradient was too steep or no number", error.Origin);
        Assert.Contains(error.Origin, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_overflows_by_itself_is_told_as_such() =>
        AssertBeganAt("all windows and parameters are finite", () => Trainer.Fit([task.Weights], task.Train, task.Validation, batch => task.Loss(batch) / 0));

    [Fact]
    public void Kernels_tell_the_same()
    {
        Trajectories runs = new(new(new("a", ""), new("b", "")), Space.None, randn(6, 5, 2, generator: new Generator(1)), zeros(6, 4, 0), 1);
        var (train, model) = (Windows.Cut(runs, 1), WorldModel.Models.ResidualMlp.For(runs, width: 8));
        var states = train.States.clone();
        states[7, 1, 0] = float.NaN;
        AssertBeganAt("window 7 holds NaN in channel 0 of the target of step 1", () => Trainer.Fit(model, train with { States = states }, train));
        using (no_grad())
        {
            model.get_parameter("change.2.bias")!.fill_(float.PositiveInfinity);
        }

        AssertBeganAt("parameter 'change.2.bias' [8] is not", () => Trainer.Fit(model, train, train));
    }

    private static void AssertBeganAt(string origin, Action fit) =>
        Assert.Contains(origin, Assert.Throws<TrainingDivergedException>(fit).Message, StringComparison.Ordinal);
}
