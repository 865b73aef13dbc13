using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

/// <summary>Networks of 32-bit floats take another Adam than TorchSharp's; it must lead to the same place.</summary>
public sealed class TrainerAdamTests
{
    private const int Epochs = 10;

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void It_ends_where_a_loop_with_TorchSharps_Adam_ends(double clip)
    {
        LinearTask task = new(float32);
        var (log, ours) = (new List<double>(), Network());
        log.AddRange(Trainer.Fit(ours.parameters(), task.Train, task.Train, LossOf(ours), new(Epochs, BatchSize: 16, ClipNorm: clip)).Select(epoch => epoch.Train));
        var (their, theirs) = (new List<double>(), Network());
        Loop(theirs, task.Train, clip, their);
        Assert.All(their.Zip(log), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * pair.First));
        Assert.All(ours.parameters().Zip(theirs.parameters()), pair => Assert.InRange(Doubles.Worst(pair.First, pair.Second), 0, 1e-5));
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Gradients_that_earlier_work_left_are_not_followed(ScalarType type)
    {
        var (fresh, used) = (new LinearTask(type), new LinearTask(type));
        Assert.Throws<InvalidOperationException>(() => Trainer.Fit([used.Weights], used.Train, used.Validation, _ => { (1e3 * used.Weights).sum().backward(); throw new InvalidOperationException("broken off"); }));
        Assert.True(used.Weights.grad!.abs().sum().ToDouble() > 0);
        foreach (var task in new[] { fresh, used })
        {
            Seed.Set(1);
            Trainer.Fit([task.Weights], task.Train, task.Validation, task.Loss, new(Epochs: 2));
        }

        Assert.Equal(Doubles.Of(fresh.Weights), Doubles.Of(used.Weights));
    }

    // The training loop as PyTorch's users write it.
    private static void Loop(Sequential network, Windows train, double clip, List<double> losses)
    {
        var loss = LossOf(network);
        using var adam = optim.Adam(network.parameters());
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var sum = 0.0;
            adam.ParamGroups.First().LearningRate = 3e-3 * 0.5 * (1 + Math.Cos(Math.PI * (epoch - 1) / Epochs));
            foreach (var batch in train.Batches(16))
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                var value = loss(batch);
                value.backward();
                _ = clip > 0 ? nn.utils.clip_grad_norm_(network.parameters(), clip) : 0;
                adam.step();
                sum += value.ToDouble() * batch.Count / train.Count;
            }

            losses.Add(sum);
        }
    }

    private static Sequential Network()
    {
        Seed.Set(4);
        return nn.Sequential(nn.Linear(2, 9), nn.Tanh(), nn.Linear(9, 2));
    }

    private static Func<Windows, Tensor> LossOf(Sequential network) =>
        batch => nn.functional.mse_loss(network.call(batch.Initial), batch.Targets.select(1, 0));
}
