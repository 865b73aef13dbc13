using CsCheck;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class BallsTests
{
    private static readonly Room Hall = new(3, 2);

    [Fact]
    public void A_ball_leaves_a_wall_at_the_angle_at_which_it_came()
    {
        var start = Doubles.Row(1, 0.5, 0.6, -0.8, 1, 0.1);
        var after = new Balls(1, Hall, dt: 1).Step(start, zeros(1, 0));
        Assert.Equal([1.6, 0.1 + (0.8 - 0.4), 0.6, 0.8, 1, 0.1], Doubles.Of(after), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Equal_balls_part_at_a_right_angle_along_the_line_of_centres()
    {
        // Touch when the line of centres leans by 30°: the struck ball takes cos² 30° of the energy and leaves along it.
        var start = Doubles.Row(-1, 0.1, 0, 0, 1, 0, 0, 0, 1, 1, 0.1, 0.1);
        var after = new Balls(2, dt: 2).Step(start, zeros(1, 0));
        var velocity = Doubles.Of(new Crowd(2).Velocities(after));
        var (cos, sin) = (Math.Sqrt(0.75), 0.5);
        Assert.Equal([sin * sin, sin * cos, cos * cos, -sin * cos], velocity, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.6)]
    [InlineData(0)]
    public void Balls_that_meet_head_on_part_with_the_restitution_of_their_speed(double restitution)
    {
        var start = Doubles.Row(-1, 0, 1, 0, 2, 0, -1, 0, 3, 1, 0.1, 0.2);
        var after = new Balls(2, dt: 1) { Restitution = restitution }.Step(start, zeros(1, 0));
        var velocity = Doubles.Of(new Crowd(2).Velocities(after));
        Assert.Equal(3 * restitution, velocity[2] - velocity[0], 1e-12);
        Assert.Equal(3 * 2 - 1, 3 * velocity[0] + velocity[2], 1e-12);
    }

    [Fact]
    public void Contacts_keep_momentum_and_elastic_ones_energy() => AnyStart(6).Sample(start =>
    {
        using var scope = NewDisposeScope();
        Crowd crowd = new(6);
        var elastic = new Balls(6, dt: 0.1).Run(start, 30).States;
        var lossy = new Balls(6, dt: 0.1) { Restitution = 0.5 }.Run(start, 30).States;
        Assert.InRange(Doubles.Worst(crowd.Momentum(elastic), crowd.Momentum(start).unsqueeze(1)), 0, 1e-11);
        Assert.InRange(Doubles.Worst(crowd.KineticEnergy(elastic), crowd.KineticEnergy(start).unsqueeze(1)), 0, 1e-11);
        Assert.InRange(Doubles.Worst(crowd.Momentum(lossy), crowd.Momentum(start).unsqueeze(1)), 0, 1e-11);
        var energy = crowd.KineticEnergy(lossy);
        Assert.True((energy.narrow(1, 1, 30) <= energy.narrow(1, 0, 30) + 1e-12).all().item<bool>());
    }, iter: 10);

    [Fact]
    public void No_ball_leaves_the_room_and_no_two_overlap() => AnyStart(6).Sample(start =>
    {
        using var scope = NewDisposeScope();
        Crowd crowd = new(6);
        var states = new Balls(6, Hall, dt: 0.1) { Restitution = 0.8 }.Run(start, 60).States;
        var (places, radii) = (crowd.Positions(states), crowd.Radii(states));
        Assert.True((places.amin([-1L]) >= radii - 1e-9).all().item<bool>());
        Assert.True((places.select(-1, 0) <= 3 - radii + 1e-9).logical_and(places.select(-1, 1) <= 2 - radii + 1e-9).all().item<bool>());
        var gaps = (places.unsqueeze(-2) - places.unsqueeze(-3)).square().sum(-1L).sqrt() - radii.unsqueeze(-1) - radii.unsqueeze(-2) + 10 * eye(6, dtype: float64);
        Assert.InRange(gaps.min().ToDouble(), -1e-9, 10);
    }, iter: 10);

    [Fact]
    public void A_step_is_two_half_steps()
    {
        using var scope = NewDisposeScope();
        var start = new BallStarts().Draw(6, Hall, 20, seed: 3).to(float64);
        var (whole, halves) = (new Balls(6, Hall, dt: 0.1).Run(start, 5).States.select(1, 5), new Balls(6, Hall, dt: 0.05).Run(start, 10).States.select(1, 10));
        Assert.True(Doubles.Worst(whole, start) > 0.1);
        Assert.InRange(Doubles.Worst(whole, halves), 0, 1e-9);
    }

    [Fact]
    public void Balls_that_lose_all_rebound_come_to_an_end_of_contacts()
    {
        // Ten in a row pushed against a wall: without a limit they touch without end.
        var places = Enumerable.Range(0, 10).SelectMany(i => new[] { 0.1 + 0.2001 * i, 0.5 });
        var speeds = Enumerable.Range(0, 10).SelectMany(i => new[] { -1.0 - 0.01 * i, 0 });
        var start = Doubles.Row([.. places, .. speeds, .. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(0.1, 10)]);
        var after = new Balls(10, new Room(5, 1), dt: 1) { Restitution = 0.1, WallRestitution = 0.1 }.Step(start, zeros(1, 0));
        Assert.True(new Crowd(10).KineticEnergy(after).ToDouble() < new Crowd(10).KineticEnergy(start).ToDouble());
    }

    [Fact]
    public void An_empty_place_neither_moves_nor_is_hit()
    {
        var start = Doubles.Row(-1, 0, 0, 0, 1, 0, 5, 5, 1, 0, 0.1, 0.1);
        var after = new Balls(2, dt: 2).Step(start, zeros(1, 0));
        Assert.Equal(0, Doubles.Worst(after, Doubles.Row(1, 0, 0, 0, 1, 0, 5, 5, 1, 0, 0.1, 0.1)), 1e-12);
    }

    [Fact]
    public void Starts_are_apart_and_within_their_bounds()
    {
        BallStarts starts = new() { Mass = (1, 5), Radius = (0.05, 0.15) };
        Crowd crowd = new(5);
        var drawn = starts.Draw(5, Hall, 200, seed: 1);
        Assert.InRange(crowd.Masses(drawn).min().ToDouble(), 1, 1.2);
        Assert.InRange(crowd.Masses(drawn).max().ToDouble(), 4.8, 5.001);
        Assert.Equal(0, Doubles.Worst(drawn, starts.Draw(5, Hall, 200, seed: 1)));
        Assert.True(Doubles.Worst(drawn, starts.Draw(5, Hall, 200, seed: 2)) > 0.1);
        Assert.Contains("do not find room", Assert.Throws<ArgumentException>(() => starts.Draw(100, new(1, 1), 1, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Room(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Room.Square(3, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balls(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balls(1, dt: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Balls(1) { Restitution = 1.1 });
        Assert.Contains("'mass 1 [kg]' of run 0 is -1", Refused(0, 0, 0, 0, -1, 0.1), StringComparison.Ordinal);
        Assert.Contains("'y 1 [m]' of run 0 is NaN", Refused(0, double.NaN, 0, 0, 1, 0.1), StringComparison.Ordinal);

        static string Refused(params double[] state) => Assert.Throws<ArgumentException>(() => new Balls(1).Step(Doubles.Row(state), zeros(1, 0))).Message;
    }

    private static Gen<Tensor> AnyStart(int count) => Gen.Int[1, 10_000].Select(seed =>
        new BallStarts { Mass = (0.2, 5), Speed = 1.5 }.Draw(count, Hall, 4, seed).to(float64));
}
