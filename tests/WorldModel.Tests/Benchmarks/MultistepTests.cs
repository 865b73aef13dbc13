using WorldModel.Benchmarks.Multistep;
using WorldModel.Data;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Benchmarks;

public sealed class MultistepTests
{
    [Fact]
    public void Each_way_to_train_gives_a_time_for_every_start_within_the_length_of_the_run()
    {
        Strided hall = new(new Simulated(new Pendulum(), 0.01), 10);
        MultistepWorld world = new("small", 0.2, (runs, steps) => hall.Run(rand(runs, 2), zeros(runs, steps, 1)), (12, 20));
        Assert.All(TrainingWay.All, way =>
        {
            var times = MultistepRun.Measure(world, 0.05, way, (Seeds: 2, Budget: 3));
            Assert.Equal([30, 30], times.Select(each => each.Length));
            Assert.All(times.SelectMany(each => each), time => Assert.InRange(time, 0, 2));
        });
    }

    [Fact]
    public void Cutting_gradients_changes_the_gradients_and_not_the_loss()
    {
        Seed.Set(1);
        var runs = new Simulated(new Pendulum(), 0.1).Run(randn(8, 2), zeros(8, 10, 1));
        var windows = Windows.Cut(runs, 10);
        var model = ResidualMlp.For(runs, width: 8);
        var (whole, cut) = (Slopes(model, windows, 10), Slopes(model, windows, 5));
        Assert.Equal(whole.Loss, cut.Loss, 1e-5 * whole.Loss);
        Assert.True(Doubles.Worst(whole.Gradient, cut.Gradient) > 1e-4);
    }

    private static (double Loss, Tensor Gradient) Slopes(ResidualMlp model, Windows windows, int most)
    {
        model.zero_grad();
        var loss = TrainingWay.Truncated(model, windows, most);
        loss.backward();
        return (loss.ToDouble(), model.parameters().First().grad!.clone());
    }
}
