using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class GradientTests
{
    private static readonly Tensor Start = Doubles.Row(0.1, -0.2, 1.2, 2, -1, 0.5);

    [Fact]
    public void Drag_of_an_apple_that_bounces() =>
        Gradient.AssertAgrees(drag => Landing(new() { Drag = drag }), Doubles.Scalar(0.05));

    [Fact]
    public void Wind_of_an_apple_that_bounces() =>
        Gradient.AssertAgrees(wind => Landing(new() { Drag = Doubles.Scalar(0.1), Wind = wind }), tensor(new[] { 2.0, 1, 0.5 }));

    [Fact]
    public void Gravity_of_an_apple_that_bounces() =>
        Gradient.AssertAgrees(gravity => Landing(new() { Gravity = gravity }), Doubles.Scalar(9.81));

    [Fact]
    public void Restitution_of_an_apple_that_bounces() =>
        Gradient.AssertAgrees(restitution => Landing(new() { Restitution = restitution }), Doubles.Scalar(0.6));

    [Fact]
    public void Initial_state_of_an_apple_that_bounces() =>
        Gradient.AssertAgrees(start => Landing(new() { Drag = Doubles.Scalar(0.1) }, start), Start);

    [Fact]
    public void No_gradient_is_lost_in_NaN_while_an_apple_lies_still()
    {
        var gradient = Gradient.ByAutograd(drag => new Simulated(new Apple { Drag = drag }, 0.02).Run(Start, 400).States.square().sum(), Doubles.Scalar(0.05));
        Assert.All(gradient, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Length_of_a_pendulum() =>
        Gradient.AssertAgrees(length => Swing(new() { Length = length }, Doubles.Row(1, 0)), Doubles.Scalar(0.9));

    [Fact]
    public void Damping_of_a_pendulum() =>
        Gradient.AssertAgrees(damping => Swing(new() { Damping = damping }, Doubles.Row(1, 0)), Doubles.Scalar(0.2));

    [Fact]
    public void Initial_state_of_a_pendulum() => Gradient.AssertAgrees(start => Swing(new(), start), Doubles.Row(1, -0.4));

    [Fact]
    public void Torque_on_a_pendulum() => Gradient.AssertAgrees(
        torque => new Simulated(new Pendulum(), 0.02).Run(Doubles.Row(1, 0), torque).States.square().sum(), ones([1, 20, 1], float64));

    [Fact]
    public void Drop_and_slope_of_Galileos_bench()
    {
        Gradient.AssertAgrees(drop => new GalileoBench { Drop = drop }.Step(Doubles.Row(600, 0), zeros([1, 0])).sum(), Doubles.Scalar(780));
        Gradient.AssertAgrees(slope => new GalileoBench { Drop = Doubles.Scalar(780), Slope = slope }.Step(Doubles.Row(600, 0), zeros([1, 0])).sum(), Doubles.Scalar(0.5));
    }

    private static Tensor Landing(Apple apple, Tensor? start = null)
    {
        var states = new Simulated(apple, 0.02).Run(start ?? Start, 40).States;
        Assert.Contains(Doubles.Of(states[0].select(1, 5)[TensorIndex.Slice(20)]), climb => climb > 0); // It did bounce.
        return states.square().sum();
    }

    private static Tensor Swing(Pendulum pendulum, Tensor start) =>
        new Simulated(pendulum, 0.02).Run(start, zeros([1, 60, 1], float64)).States.square().sum();
}
