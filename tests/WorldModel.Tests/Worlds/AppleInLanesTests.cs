using WorldModel.Kernels;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class AppleInLanesTests
{
    private const float Dt = 0.02f;

    [Theory]
    [InlineData(0.05, 3, 4)]
    [InlineData(0, 1, 4)]
    [InlineData(0, 1e-4, 3)]
    [InlineData(-0.05, 1, 2)]
    public void A_step_at_the_ground_is_that_of_tensors_run_by_run(double height, double speed, double slide)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var noise = rand([1000, 6], generator: generator) * 2 - 1;
        var starts = noise * tensor(new[] { 1f, 1, 0.05f, (float)slide, (float)slide, (float)speed }) + tensor(new[] { 0f, 0, (float)height, 0, 0, 0 });
        var apple = Breezy();
        var expected = ByTensors.World(apple, Dt, Integrators.Rk4).Step(starts, zeros(1000, 0));
        foreach (var width in Enum.GetValues<SimdWidth>())
        {
            var found = ((IFastPhysics)apple).Law.TryRun(new(LaneMethod.Rk4, Dt, 1, KeepsInitial: false) { Width = width }, starts, zeros(1000, 1, 0))!;
            Assert.InRange(ByTensors.Difference(found.squeeze(1), expected), 0, 1e-5);
        }
    }

    [Fact]
    public void It_bounces_on_and_comes_to_rest_as_tensors_do_run_by_run()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        var starts = rand([200, 6], generator: generator) * tensor(new[] { 1f, 1, 3, 4, 4, 4 });
        var actions = zeros(200, 400, 0);
        var found = new Simulated(Breezy(), Dt).Run(starts, actions).States;
        var expected = ByTensors.World(Breezy(), Dt, Integrators.Rk4).Run(starts, actions).States;

        // Where the end of a step touches the ground to the last bit, rounding decides in which step the bounce falls.
        var apart = (found - expected).abs().amax([1, 2]);
        Assert.InRange((apart > 1e-3).sum().ToDouble(), 0, 4);
        Assert.Equal(0, found.select(1, 400).select(1, 2).abs().max().ToDouble());
        Assert.True(found.select(-1, 2).min().ToDouble() >= 0);
    }

    [Fact]
    public void An_apple_that_lies_still_stays_where_it_lies()
    {
        using var scope = NewDisposeScope();
        var start = tensor(new[] { 1f, 2, 0, 0, 0, 0 }).unsqueeze(0);
        Assert.Equal(Doubles.Of(start), Doubles.Of(new Simulated(new Apple(), Dt).Run(start, 50).States[0, 50]));
    }

    private static Apple Breezy() => new() { Drag = tensor(0.03f), Wind = tensor(new[] { 0.2f, -0.1f, 0 }), Restitution = tensor(0.6f) };
}
