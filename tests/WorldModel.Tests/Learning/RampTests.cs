using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class RampTests
{
    [Fact]
    public void The_horizon_grows_in_equal_steps_over_the_given_share_of_the_epochs()
    {
        Assert.Equal([1, 4, 7, 10, 10, 10, 10, 10, 10, 10], Horizons(new(Epochs: 10) { Ramp = 0.3 }, 10));
        Assert.Equal([1, 1, 2, 2], Horizons(new(Epochs: 4) { Ramp = 1 }, 3));
        Assert.Equal([5, 5, 5], Horizons(new(Epochs: 3), 5));
        Assert.Equal([1, 1, 1], Horizons(new(Epochs: 3) { Ramp = 0.5 }, 1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_ramp_that_is_no_share_is_refused(double ramp) =>
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(new FitOptions { Ramp = ramp }.Validate).Message, StringComparison.Ordinal);

    [Fact]
    public void A_loss_sees_the_beginning_of_each_window_and_validation_all_of_it()
    {
        LinearTask task = new();
        Windows windows = new(cat([task.Train.States, task.Train.Targets, task.Train.Targets], 1), zeros([task.Train.Count, 3, 0], float64));
        List<(int Steps, bool IsTraining)> seen = [];
        Trainer.Fit([task.Weights], windows, windows, batch =>
        {
            seen.Add((batch.Steps, is_grad_enabled()));
            return task.Loss(batch);
        }, new(Epochs: 4, BatchSize: (int)windows.Count) { Ramp = 0.5 });
        Assert.Equal([1, 2, 3, 3], seen.Where(loss => loss.IsTraining).Select(loss => loss.Steps));
        Assert.All(seen.Where(loss => !loss.IsTraining), loss => Assert.Equal(3, loss.Steps));
    }

    private static int[] Horizons(FitOptions options, int steps) => [.. Enumerable.Range(1, options.Epochs).Select(epoch => options.HorizonIn(epoch, steps))];
}
