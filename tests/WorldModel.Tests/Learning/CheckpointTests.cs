using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Learning;

public sealed class CheckpointTests : IDisposable
{
    private static readonly FitOptions Plain = new(Epochs: 9, BatchSize: 16, LearningRate: 0.01);
    private static readonly FitOptions Everything = Plain with { Patience = 6, ClipNorm = 0.5, WarmUp = 2, WeightDecay = 0.01, InputNoise = 0.1, Ramp = 0.5, ProgressLines = 3 };

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Ways { get; } = [.. Trainings.Ways, Trainings.Ensemble, Trainings.Rates];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void Broken_off_at_any_epoch_and_begun_again_a_training_ends_the_same_to_the_last_bit(string way)
    {
        foreach (var options in new[] { Plain, Everything })
        {
            var (whole, lines) = Printed(() => Trainings.Run(way, options));
            foreach (var last in Enumerable.Range(1, options.Epochs))
            {
                var resumable = options with { Checkpoint = folder["training.safetensors"], CheckpointEvery = 2 };
                Assert.Throws<OperationCanceledException>(() => Trainings.Run(way, resumable with { Watcher = new BreakAfter(last), ProgressLines = 0 }));
                var (resumed, resumedLines) = Printed(() => Trainings.Run(way, resumable));
                Assert.Equal(whole, resumed);
                Assert.Equal(lines, resumedLines);
                File.Delete(folder["training.safetensors"]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_really_goes_on_from_the_file_and_a_finished_training_is_not_done_again(string way)
    {
        var options = Plain with { Checkpoint = folder["a"], CheckpointEvery = 3 };
        Assert.Throws<OperationCanceledException>(() => Trainings.Run(way, options with { Watcher = new BreakAfter(7) }));
        Assert.Equal([7, 8, 9], Told(way, options)); // written after epoch 6
        Assert.Empty(Told(way, options));
        Assert.Equal(["a"], folder.Files);
    }

    [Fact]
    public void A_checkpoint_changes_no_number() =>
        Assert.Equal(Trainings.Run("kernels", Everything with { ProgressLines = 0 }), Trainings.Run("kernels", Everything with { ProgressLines = 0, Checkpoint = folder["a"], CheckpointEvery = 1 }));

    [Fact]
    public void That_of_another_training_is_refused_and_the_difference_told()
    {
        var options = Plain with { Checkpoint = folder["a"] };
        Trainings.Run("kernels", options);
        AssertRefused("another training: its Epochs is 9, and here it is 10. Give each training its own file", "kernels", options with { Epochs = 10 });
        AssertRefused("its LearningRate is 0.01, and here it is 0.02", "kernels", options with { LearningRate = 0.02 });
        AssertRefused("its InputNoise is 0, and here it is 0.5", "kernels", options with { InputNoise = 0.5 });
        AssertRefused("its training windows is ", "TorchSharp's Adam", options);
        AssertRefused("its parameters at the start is ", "kernels", options, seed: 6);
        AssertRefused("'adam.first.1'", "fused Adam", options);
    }

    [Fact]
    public void A_damaged_file_and_one_of_a_model_are_refused()
    {
        var options = Plain with { Checkpoint = folder["a"] };
        var model = Trainings.Fit("kernels", options).Model;
        File.WriteAllBytes(folder["a"], File.ReadAllBytes(folder["a"])[..^1]);
        AssertRefused("it was cut short", "kernels", options);
        ModelFile.Save(model, folder["a"]);
        AssertRefused("it is no checkpoint that this library can read", "kernels", options);
    }

    [Fact]
    public void What_a_killed_program_left_half_written_is_removed()
    {
        folder.Write("a.123.tmp", "half");
        Trainings.Run("kernels", Plain with { Checkpoint = folder["a"] });
        Assert.Equal(["a"], folder.Files);
    }

    private static List<int> Told(string way, FitOptions options)
    {
        List<int> told = [];
        Trainings.Run(way, options with { Watcher = new Telling(progress => told.Add(progress.Epoch.Epoch)) });
        return told;
    }

    private static (double[] Numbers, string Lines) Printed(Func<double[]> run)
    {
        double[] numbers = [];
        return (numbers, ConsoleText.Of(() => numbers = run())) is var (_, lines) ? (numbers, lines) : default;
    }

    private static void AssertRefused(string reason, string way, FitOptions options, int seed = 5) =>
        Assert.Contains(reason, Assert.Throws<ModelFileException>(() => Trainings.Run(way, options, seed)).Message, StringComparison.Ordinal);

    /// <summary>Ends a training as a crash would, from outside of it.</summary>
    private sealed class BreakAfter(int epoch) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => _ = value.Epoch.Epoch < epoch ? 0 : throw new OperationCanceledException("broken off");
    }
}
