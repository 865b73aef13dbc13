using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class ProgressTests
{
    private readonly LinearTask task = new();

    [Fact]
    public void It_is_silent_unless_asked() => Assert.Equal("", Printed(new(Epochs: 10)));

    [Theory]
    [InlineData(10, 4, "3,5,8,10")]
    [InlineData(100, 3, "34,67,100")]
    [InlineData(2, 5, "1,2")]
    public void Its_lines_are_spread_evenly_and_end_with_the_last_epoch(int epochs, int lines, string expected)
    {
        var printed = Printed(new(Epochs: epochs, BatchSize: 1000, ProgressLines: lines)).TrimEnd().Split('\n');
        Assert.Equal(expected, string.Join(',', printed[..^1].Select(line => line.Split(['e', ' ', '/', 'p', 'o', 'c', 'h'], StringSplitOptions.RemoveEmptyEntries)[0])));
        Assert.StartsWith("done; kept epoch ", printed[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_has_both_losses_and_no_time()
    {
        IReadOnlyList<EpochLoss> log = [];
        var printed = Printed(new(Epochs: 1, ProgressLines: 1), fitted => log = fitted);
        Assert.Equal(FormattableString.Invariant($"epoch    1/1  train {log[0].Train:0.000e+0}  validation {log[0].Validation:0.000e+0}\ndone; kept epoch 1 with validation {log[0].Validation:0.000e+0}\n"), printed);
    }

    [Fact]
    public void An_early_stop_says_which_epoch_was_kept()
    {
        var validations = 0;
        var printed = ConsoleText.Of(() => Trainer.Fit([task.Weights], task.Train, task.Validation, Loss, new(Epochs: 50, Patience: 2, ProgressLines: 1)));
        Assert.Equal("stopped after epoch 5; kept epoch 3 with validation 0.000e+0\n", printed);

        Tensor Loss(Windows batch) => ReferenceEquals(batch, task.Validation) ? Doubles.Scalar(Math.Abs(++validations - 3)) : task.Loss(batch);
    }

    private string Printed(FitOptions options, Action<IReadOnlyList<EpochLoss>>? then = null) =>
        ConsoleText.Of(() =>
        {
            var log = Trainer.Fit([task.Weights], task.Train, task.Validation, task.Loss, options);
            then?.Invoke(log);
        });
}
