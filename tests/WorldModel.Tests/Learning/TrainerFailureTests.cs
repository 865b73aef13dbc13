using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class TrainerFailureTests
{
    private readonly LinearTask task = new();

    [Theory]
    [InlineData(double.NaN, 3, 2)]
    [InlineData(double.PositiveInfinity, 1, 4)]
    public void A_loss_that_diverges_is_reported_with_epoch_and_batch_and_the_best_parameters_come_back(double loss, int epoch, int batch)
    {
        var (calls, lowest, best) = (0, double.PositiveInfinity, task.Weights.detach().clone());
        var e = Assert.Throws<TrainingDivergedException>(() => Fit(Loss));
        Assert.Equal((epoch, batch), (e.Epoch, e.Batch));
        Assert.Contains($"epoch {epoch}, batch {batch}", e.Message, StringComparison.Ordinal);
        Assert.Contains("lower learning rate", e.Message, StringComparison.Ordinal);
        Assert.True(task.Weights.detach().Equals(best));

        Tensor Loss(Windows windows)
        {
            if (ReferenceEquals(windows, task.Validation))
            {
                var value = task.Loss(windows);
                (lowest, best) = value.ToDouble() < lowest ? (value.ToDouble(), task.Weights.detach().clone().DetachFromDisposeScope()) : (lowest, best);
                return value;
            }

            return task.Loss(windows) * (++calls == (epoch - 1) * 4 + batch ? loss : 1);
        }
    }

    [Fact]
    public void A_validation_that_diverges_is_reported_as_such()
    {
        var e = Assert.Throws<TrainingDivergedException>(() => Fit(batch => ReferenceEquals(batch, task.Validation) ? task.Loss(batch) / 0 : task.Loss(batch)));
        Assert.Equal((1, 0), (e.Epoch, e.Batch));
        Assert.Contains("epoch 1, on the validation windows", e.Message, StringComparison.Ordinal);
        Assert.True(task.Weights.Equals(zeros_like(task.Weights)));
    }

    [Fact]
    public void A_loss_that_throws_leaves_the_best_parameters_too()
    {
        var calls = 0;
        Assert.Throws<InvalidOperationException>(() => Fit(batch => ++calls < 3 ? task.Loss(batch) : throw new InvalidOperationException("mine")));
        Assert.True(task.Weights.Equals(zeros_like(task.Weights)));
    }

    [Fact]
    public void Nothing_to_fit_is_refused() =>
        AssertRefused("no parameter", () => Trainer.Fit(Array.Empty<Parameter>(), task.Train, task.Validation, task.Loss));

    [Fact]
    public void A_loss_that_is_no_single_number_is_refused() =>
        AssertRefused("not [40, 2]: end it with .mean()", () => Fit(batch => (batch.Initial.matmul(task.Weights) - batch.Targets.select(1, 0)).square()));

    [Fact]
    public void A_loss_without_the_parameters_is_refused() => AssertRefused("none of the parameters", () => Fit(batch => batch.States.mean()));

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        FitOptions[] options = [new(Epochs: 0), new(BatchSize: 0), new(LearningRate: 0), new(LearningRate: double.NaN), new(Patience: -1), new(ClipNorm: -1), new(ClipNorm: double.NaN), new(ProgressLines: -1)];
        Assert.All(options, option => Assert.ThrowsAny<ArgumentException>(() => Trainer.Fit([task.Weights], task.Train, task.Validation, task.Loss, option)));
    }

    private IReadOnlyList<EpochLoss> Fit(Func<Windows, Tensor> loss) =>
        Trainer.Fit([task.Weights], task.Train, task.Validation, loss, new(Epochs: 5, BatchSize: 40, LearningRate: 0.01));

    private static void AssertRefused(string expected, Action fit) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(fit).Message, StringComparison.Ordinal);
}
