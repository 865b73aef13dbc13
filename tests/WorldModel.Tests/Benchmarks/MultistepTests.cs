using WorldModel.Benchmarks.Multistep;
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
}
