using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class InputNoiseTests
{
    [Fact]
    public void It_moves_first_states_by_its_fraction_of_each_channels_deviation_and_nothing_else()
    {
        var states = randn([4000, 3, 2], float64, generator: new Generator(1)) * tensor([1.0, 10.0]);
        var noisy = states.clone();
        using InputNoise noise = new(noisy, 0.1);
        Seed.Set(2);
        noise.Renew();
        var moved = (noisy - states).select(1, 0).std(0);
        Assert.Equal(0.1, moved[0].ToDouble(), 0.005);
        Assert.Equal(1.0, moved[1].ToDouble(), 0.05);
        Assert.Equal(0, Doubles.Worst(noisy.narrow(1, 1, 2), states.narrow(1, 1, 2)));
    }

    [Fact]
    public void Each_epochs_is_another_one_around_the_same_states()
    {
        var states = randn([2000, 2, 1], float64, generator: new Generator(1));
        var noisy = states.clone();
        using InputNoise noise = new(noisy, 0.1);
        Seed.Set(2);
        var sum = zeros_like(states);
        for (var epoch = 0; epoch < 25; epoch++)
        {
            noise.Renew();
            sum += noisy - states;
        }

        Assert.Equal(0.1 * 5, sum.select(1, 0).std().ToDouble(), 0.05); // independent: the deviation of a sum grows with its root
    }

    [Theory]
    [InlineData("kernels")]
    [InlineData("fused Adam")]
    public void It_follows_the_seed_and_changes_the_training(string way)
    {
        FitOptions options = new(Epochs: 3, BatchSize: 16) { InputNoise = 0.2 };
        Assert.Equal(Trainings.Run(way, options), Trainings.Run(way, options));
        Assert.NotEqual(Trainings.Run(way, options)[1], Trainings.Run(way, options with { InputNoise = 0 })[1]);
    }

    [Fact]
    public void The_windows_given_stay_as_they_are()
    {
        LinearTask task = new();
        var before = Doubles.Of(task.Train.States);
        Trainer.Fit([task.Weights], task.Train, task.Validation, task.Loss, new(Epochs: 2) { InputNoise = 0.5 });
        Assert.Equal(before, Doubles.Of(task.Train.States));
    }

    [Fact]
    public void On_a_linear_task_it_acts_as_ridge_regression_does()
    {
        // Bishop 1995: noise of variance s² on the inputs is a penalty s² on the squared weights.
        LinearTask task = new();
        var (inputs, targets) = (task.Train.Initial, task.Train.Targets.select(1, 0));
        var added = (0.5 * Scaler.Fit(task.Train.States).Deviation).square() * task.Train.Count;
        var ridge = linalg.solve(inputs.transpose(0, 1).matmul(inputs) + diag(added), inputs.transpose(0, 1).matmul(targets));
        var plain = linalg.lstsq(inputs, targets).Solution;
        Seed.Set(1);
        Assert.True(Doubles.Worst(ridge, plain) > 0.1, "ridge and least squares agree here, so the comparison says nothing");
        Assert.Equal(0, Doubles.Worst(Noisy(task), ridge), 0.05);
    }

    // The last weights, not the best ones: validation without noise likes those of no noise best.
    private static TorchSharp.Modules.Parameter Noisy(LinearTask task)
    {
        LinearTask fresh = new();
        var worse = 0.0;
        Trainer.Fit([fresh.Weights], task.Train, task.Validation, Loss, new(Epochs: 1500, BatchSize: 1000, LearningRate: 0.01) { InputNoise = 0.5 });
        return fresh.Weights;

        Tensor Loss(Windows batch) => ReferenceEquals(batch, task.Validation) ? Doubles.Scalar(--worse) : fresh.Loss(batch);
    }
}
