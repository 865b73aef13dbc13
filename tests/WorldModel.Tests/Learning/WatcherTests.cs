using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class WatcherTests
{
    [Fact]
    public void It_is_told_each_epoch_with_its_losses_the_rate_and_the_time_left()
    {
        List<TrainingProgress> told = [];
        var log = Trainings.Fit("kernels", new(Epochs: 6) { Watcher = new Telling(told.Add) }).Log;
        Assert.Equal(log, told.Select(progress => progress.Epoch));
        Assert.All(told, progress => Assert.True(progress.Epochs == 6 && progress.WindowsPerSecond > 0));
        Assert.All(told[..^1], progress => Assert.True(progress.TimeLeft > TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, told[^1].TimeLeft);
    }

    [Fact]
    public void Rate_and_time_left_agree_with_each_other()
    {
        // Time left is what the windows of all later epochs take at this rate.
        List<TrainingProgress> told = [];
        Trainings.Fit("fused Adam", new(Epochs: 5) { Watcher = new Telling(told.Add) });
        const double Windows = 40; // 4 training runs of 10 windows
        Assert.All(told[..^1], progress => Assert.Equal((5 - progress.Epoch.Epoch) * Windows / progress.WindowsPerSecond, progress.TimeLeft.TotalSeconds, 0.2 * progress.TimeLeft.TotalSeconds));
    }

    [Fact]
    public void It_changes_no_number() => Assert.Equal(Trainings.Run("kernels", new(Epochs: 4)), Trainings.Run("kernels", new(Epochs: 4) { Watcher = new Telling(_ => { }) }));
}
