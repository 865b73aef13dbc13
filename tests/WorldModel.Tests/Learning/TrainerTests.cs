using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning;

public sealed class TrainerTests
{
    [Fact]
    public void It_finds_what_least_squares_finds()
    {
        LinearTask task = new();
        Trainer.Fit([task.Weights], task.Train, task.Train, task.Loss, new(Epochs: 300, BatchSize: 1000, LearningRate: 0.03));
        var best = linalg.lstsq(task.Train.Initial, task.Train.Targets.select(1, 0)).Solution;
        Assert.Equal(0, Doubles.Worst(task.Weights, best), 1e-4);
    }

    [Fact]
    public void A_twin_recovers_the_true_length()
    {
        var runs = new Simulated(new Pendulum { Length = tensor(1.3f) }, 0.05).Run(randn([16, 2], generator: new Generator(2)), zeros([16, 20, 1]));
        var windows = Windows.Cut(runs, 10);
        Parameter length = new(tensor(0.8f));
        Simulated twin = new(new Pendulum { Length = length }, 0.05);
        Trainer.Fit([length], windows, windows, Imagine, new(Epochs: 60, BatchSize: 200, LearningRate: 0.05));
        Assert.Equal(1.3, length.ToDouble(), 1e-3);

        Tensor Imagine(Windows batch) => nn.functional.mse_loss(twin.Run(batch.Initial, batch.Actions).States, batch.States);
    }

    [Fact]
    public void A_network_learns_a_pendulum_far_better_than_persistence()
    {
        Seed.Set(1);
        var runs = new Simulated(new Pendulum(), 0.05).Run(randn([20, 2], generator: new Generator(3)), randn([20, 30, 1], generator: new Generator(4)));
        var split = Split.ByRun(runs);
        var (train, validation) = (Windows.Cut(split.Train, 1), Windows.Cut(split.Validation, 1));
        var model = ResidualMlp.For(split.Train, width: 32);
        var log = Trainer.Fit(model.parameters(), train, validation, OneStep, new(Epochs: 30, BatchSize: 64));
        var persistence = nn.functional.mse_loss(validation.Initial, validation.Targets.select(1, 0)).ToDouble();
        Assert.True(log.Min(epoch => epoch.Validation) < 0.05 * persistence, $"{log.Min(epoch => epoch.Validation)} against {persistence}");

        Tensor OneStep(Windows batch) => nn.functional.mse_loss(model.Step(batch.Initial, batch.Actions.select(1, 0)), batch.Targets.select(1, 0));
    }

    [Fact]
    public void The_parameters_left_behind_are_those_of_the_lowest_validation_loss()
    {
        // Training pulls the weight from 0 to 1, and validation likes it best on the way there, at 0.3.
        Parameter weight = new(zeros([1]));
        var (train, validation) = (Filled(1), Filled(0.3f));
        var log = Trainer.Fit([weight], train, validation, Distance, new(Epochs: 40, LearningRate: 0.1));
        Assert.True(log[^1].Validation > 2 * log.Min(epoch => epoch.Validation), "the last epoch would have been the best anyway");
        Assert.Equal(log.Min(epoch => epoch.Validation), (double)Distance(validation).item<float>());

        Tensor Distance(Windows batch) => (weight - batch.States.mean()).square().mean();
        static Windows Filled(float value) => new(full([8, 2, 1], value), zeros([8, 1, 0]));
    }

    [Fact]
    public void The_training_loss_is_the_mean_over_all_windows()
    {
        LinearTask task = new();
        var log = Trainer.Fit([task.Weights], task.Train, task.Validation, task.Loss, new(Epochs: 1, BatchSize: 7, LearningRate: 1e-12));
        Assert.Equal(new LinearTask().LossOf(task.Train), log[0].Train, 1e-9);
        Assert.Equal(1, log[0].Epoch);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void It_stops_when_patience_ends(int patience)
    {
        // A validation loss that is lowest after the third epoch, whatever the training does.
        var (task, validations) = (new LinearTask(), 0);
        var log = Trainer.Fit([task.Weights], task.Train, task.Validation, Loss, new(Epochs: 50, BatchSize: 1000, Patience: patience));
        Assert.Equal(3 + patience, log.Count);

        Tensor Loss(Windows batch) => ReferenceEquals(batch, task.Validation) ? Doubles.Scalar(Math.Abs(++validations - 3)) : task.Loss(batch);
    }

    [Fact]
    public void Without_patience_it_never_stops_early()
    {
        LinearTask task = new();
        var log = Trainer.Fit([task.Weights], task.Train, task.Validation, batch => task.Loss(batch) * 0 + 1, new(Epochs: 20));
        Assert.Equal(Enumerable.Range(1, 20), log.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_to_the_last_bit()
    {
        Assert.Equal(Train(5), Train(5));
        Assert.NotEqual(Train(5), Train(6));

        static double[] Train(int seed)
        {
            Seed.Set(seed);
            LinearTask task = new(float32);
            var model = ResidualMlp.For(new(new(new("a", ""), new("b", "")), Space.None, task.Train.States, zeros([task.Train.Count, 1, 0]), 1));
            var log = Trainer.Fit(model.parameters(), task.Train, task.Validation, OneStep, new(Epochs: 5, BatchSize: 16));
            return [.. log.Select(epoch => epoch.Validation), .. log.Select(epoch => epoch.Train), .. model.parameters().SelectMany(Doubles.Of)];

            Tensor OneStep(Windows batch) => nn.functional.mse_loss(model.Step(batch.Initial, batch.Actions.select(1, 0)), batch.Targets.select(1, 0));
        }
    }

    [Fact]
    public void No_tensor_is_left_behind()
    {
        LinearTask task = new();
        Assert.InRange(LiveTensors.LeftBy(() => Trainer.Fit([task.Weights], task.Train, task.Validation, task.Loss, new(Epochs: 4, BatchSize: 16, ClipNorm: 1))), 0, 0);
    }
}
