using WorldModel.Worlds;

namespace WorldModel.Tests.Core;

public sealed class CircularTests
{
    private static readonly Simulated Cart = new(new CartPole(), 0.02);
    private static readonly Circular Dial = new(Cart, "angle");

    [Fact]
    public void An_angle_becomes_its_cosine_and_sine_where_it_was()
    {
        Assert.Equal(["x", "cos angle", "sin angle", "speed", "angular speed"], Dial.State.Channels.Select(channel => channel.Name));
        Assert.Equal([1, Math.Cos(2), Math.Sin(2), 3, 4], Doubles.Of(Dial.Shown(Doubles.Row(1, 2, 3, 4))));
        Assert.True(Dial.Action.SameAs(Cart.Action) && Dial.Dt == 0.02);
    }

    [Fact]
    public void A_step_is_that_of_the_dynamics()
    {
        var (state, push) = (Doubles.Row(0.1, 2.5, -1, 4), Doubles.Row(7));
        Assert.True(Doubles.Worst(Dial.Step(Dial.Shown(state), push), Dial.Shown(Cart.Step(state, push))) < 1e-12);
    }

    [Fact]
    public void A_full_turn_more_is_the_same_state()
    {
        Assert.True(Doubles.Worst(Dial.Shown(Doubles.Row(0, 1 + (2 * Math.PI), 0, 0)), Dial.Shown(Doubles.Row(0, 1, 0, 0))) < 1e-12);
        Assert.Equal(1, Doubles.Of(Dial.Angles(Dial.Shown(Doubles.Row(0, 1 + (2 * Math.PI), 0, 0))))[1], 1e-12);
    }

    [Fact]
    public void Rollouts_on_kernels_are_those_of_the_dynamics()
    {
        Seed.Set(1);
        var (starts, pushes) = (randn(7, 4), 5 * randn(7, 30, 1));
        var fast = Dial.Run(Dial.Shown(starts), pushes);
        Assert.True((fast.States - Dial.Shown(Cart.Run(starts, pushes).States)).abs().max().item<float>() < 1e-3);
        Assert.True(Dial.Angles(fast).State.SameAs(Cart.State));
        Assert.NotNull(Dial.TryRun(Dial.Shown(starts), pushes, 1));
        Assert.Null(Dial.TryRun(Dial.Shown(starts.to(float64)), pushes.to(float64), 1));
    }

    [Fact]
    public void Angles_must_be_named_and_exist()
    {
        Assert.Contains("name at least one angle", Assert.Throws<ArgumentException>(() => new Circular(Cart)).Message, StringComparison.Ordinal);
        Assert.Contains("no channel 'heading'", Assert.Throws<ArgumentException>(() => new Circular(Cart, "heading")).Message, StringComparison.Ordinal);
    }
}
