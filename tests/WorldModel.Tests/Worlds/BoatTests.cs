using CsCheck;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

/// <summary>What must hold of a boat and its oars: closed forms, symmetries, and the balance of energy.</summary>
public sealed class BoatTests
{
    private const double Dt = 0.01;

    [Fact]
    public void A_coasting_boat_slows_as_quadratic_drag_says()
    {
        // Both oars rest at the finish, out of the water: du/dt = -(d/m)·u², so 1/u grows evenly.
        var run = Row(new Boat(), [0, 0, 0, 3, 0, 0, Math.PI, Math.PI], 0, 0, seconds: 10);
        Assert.Equal(1 / (1 / 3.0 + 20.0 / 170 * 10), Last(run, "surge"), 1e-5);
        Assert.Equal(170.0 / 20 * Math.Log(1 + 20.0 / 170 * 3 * 10), Last(run, "x"), 1e-4);
    }

    [Fact]
    public void Both_oars_alike_drive_it_straight_and_the_left_one_alone_turns_it_right()
    {
        var straight = Row(new Boat(), new double[8], 0.5, 0.5, seconds: 20);
        Assert.Equal(0, Last(straight, "y"), 1e-3);
        Assert.Equal(0, Last(straight, "heading"), 1e-4);
        Assert.InRange(Last(straight, "surge"), 1, 4);
        Assert.True(Last(Row(new Boat(), new double[8], 0.5, 0, seconds: 6), "heading") < -0.5);
        Assert.True(Last(Row(new Boat(), new double[8], 0, 0.5, seconds: 6), "heading") > 0.5);
    }

    [Fact]
    public void Left_and_right_are_mirror_images()
    {
        var left = Row(new Boat(), new double[8], 0.6, 0.3, seconds: 5);
        var right = Row(new Boat(), new double[8], 0.3, 0.6, seconds: 5);
        Assert.Equal(Last(left, "x"), Last(right, "x"), 1e-4);
        Assert.Equal(Last(left, "y"), -Last(right, "y"), 1e-4);
        Assert.Equal(Last(left, "heading"), -Last(right, "heading"), 1e-4);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void Within_a_stroke_the_speed_of_a_small_boat_swings_by_about_two_fifths_of_its_mean(double rate)
    {
        var surge = LastStroke(new Boat(), rate);
        Assert.Equal(0.39, (surge.Max() - surge.Min()) / surge.Average(), 0.01); // at every rate: all forces grow with its square
        Assert.Equal(4.7 * rate, surge.Average(), 0.1 * rate);
        Assert.Equal(surge[0], surge[^1], 0.02); // and then it repeats
    }

    [Fact]
    public void With_a_racing_eights_drag_for_its_mass_it_swings_less()
    {
        // 12.74 N·s²/m² and 805 kg, as a rowing model has them: the hull glides, and hardly slows in the recovery.
        var glides = LastStroke(new Boat { Drag = tensor(new[] { 170 * 12.74f / 805, 220, 180 }) }, 0.5);
        Assert.InRange((glides.Max() - glides.Min()) / glides.Average(), 0.02, 0.2);
    }

    [Fact]
    public void The_drive_speeds_the_hull_up_and_the_recovery_slows_it_down()
    {
        var run = Fast(new Boat(), zeros(1, 8), 0.5, seconds: 40);
        var (surge, stroke) = (run.Series("surge"), run.Series("left stroke"));
        var middles = Enumerable.Range(2000, 1999).Where(i => Math.Abs(Math.Sin(stroke[i])) > 0.9).ToList();
        Assert.All(middles, i => Assert.Equal(Math.Sin(stroke[i]) > 0, surge[i + 1] > surge[i]));
        Assert.Contains(middles, i => Math.Sin(stroke[i]) < 0);
    }

    [Fact]
    public void A_drifting_boat_ends_up_at_the_currents_speed()
    {
        var outOfTheWater = tensor(new[] { 0, 0, 0, 0, 0, 0, MathF.PI, MathF.PI }).view(1, 8);
        var run = Fast(new Boat { Current = tensor(new[] { 0f, 0.5f }) }, outOfTheWater, rate: 0, seconds: 60);
        Assert.Equal(0.5, Last(run, "sway"), 0.02); // broadside to it, oars out of the water: v over ground along y

        // The water gains by ∫ v dt on a boat whose speed through it falls as 1/(1/v₀ + d/m·t).
        Assert.Equal((0.5 * 60) - (260.0 / 220 * Math.Log(1 + (0.5 * 220 / 260 * 60))), Last(run, "y"), 0.01);
        Assert.Equal(0, Last(run, "x"), 1e-3);
    }

    [Fact]
    public void Without_oars_energy_only_falls() => Gen.Select(Gen.Double[-3, 3], Gen.Double[-1, 1], Gen.Double[-2, 2]).Sample(start =>
    {
        var (surge, sway, yaw) = start;
        var run = Row(new Boat(), [0, 0, 0.4, surge, sway, yaw, Math.PI, Math.PI], 0, 0, seconds: 4);
        var (u, v, r) = (run.Series("surge"), run.Series("sway"), run.Series("yaw rate"));
        double[] energy = [.. u.Select((_, i) => 0.5 * ((170 * u[i] * u[i]) + (260 * v[i] * v[i]) + (160 * r[i] * r[i])))];
        return energy.Zip(energy.Skip(1)).All(pair => pair.Second <= pair.First + 1e-9);
    }, iter: 20, threads: 1);

    [Fact]
    public void An_oar_that_backs_drives_it_backwards() =>
        Assert.True(Last(Row(new Boat(), new double[8], -0.4, -0.4, seconds: 10), "x") < -1);

    [Fact]
    public void A_current_carries_the_boat_and_everything_in_it_alike()
    {
        // Seen from the water, nothing is different: the same path beside it, drifted by current times time.
        var calm = Row(new Boat(), [0, 0, 0.7, 1, 0.2, 0.1, 0.3, 1], 0.5, 0.2, seconds: 6);
        var (along, across) = (0.8 * Math.Cos(0.7) - 0.5 * Math.Sin(0.7), -0.8 * Math.Sin(0.7) - 0.5 * Math.Cos(0.7));
        var carried = Row(new Boat { Current = tensor(new[] { 0.8, -0.5 }) }, [0, 0, 0.7, 1 + along, 0.2 + across, 0.1, 0.3, 1], 0.5, 0.2, seconds: 6);
        Assert.Equal(Last(calm, "x") + 0.8 * 6, Last(carried, "x"), 1e-3);
        Assert.Equal(Last(calm, "y") - 0.5 * 6, Last(carried, "y"), 1e-3);
        Assert.Equal(Last(calm, "heading"), Last(carried, "heading"), 1e-4);
    }

    [Fact]
    public void No_energy_comes_but_from_the_rower()
    {
        // Power into the hull is what the rower gives less what slips away at the blades, less drag; never more.
        using var scope = NewDisposeScope();
        Seed.Set(3);
        var (state, action) = (randn([200, 8], float64), randn([200, 2], float64));
        var rate = new Boat().Derivative(state, action);
        Tensor Of(Tensor from, int channel) => from.select(1, channel);
        var gained = 170 * Of(state, 3) * Of(rate, 3) + 260 * Of(state, 4) * Of(rate, 4) + 160 * Of(state, 5) * Of(rate, 5);
        var lost = 20 * Of(state, 3).abs().pow(3) + 220 * Of(state, 4).abs().pow(3) + 180 * Of(state, 5).abs().pow(3);
        for (var oar = 0; oar < 2; oar++)
        {
            var (phase, side) = (Of(state, 6 + oar), oar == 0 ? 1.0 : -1);
            var angle = -0.85f * phase.cos();
            var sweeping = 1.8f * 0.85f * Of(rate, 6 + oar) * phase.sin();
            var slip = sweeping - Of(state, 3) * angle.cos() - side * Of(state, 4) * angle.sin() + side * Of(state, 5) * (1.8f + 0.65f * angle.cos());
            var force = 60 * slip * slip.abs() * phase.sin().clamp_min(0);
            (gained, lost) = (gained - force * sweeping, lost + force * slip);
        }

        Assert.InRange(Doubles.Worst(gained, -lost), 0, 1e-4 * lost.abs().max().ToDouble());
        Assert.True(lost.min().ToDouble() >= 0);
    }

    private static Trajectories Row(Boat boat, double[] start, double left, double right, double seconds)
    {
        var steps = (int)Math.Round(seconds / Dt);
        return new Simulated(boat, Dt).Run(Doubles.Row(start), tensor(new[] { left, right }).expand(1, steps, 2));
    }

    private static double[] LastStroke(Boat boat, double rate) => Fast(boat, zeros(1, 8), rate, seconds: 60).Series("surge")[^((int)(1 / rate / Dt) + 2)..];

    // Single precision is enough, and much faster.
    private static Trajectories Fast(Boat boat, Tensor start, double rate, double seconds) =>
        new Simulated(boat, Dt).Run(start, full([1, (long)Math.Round(seconds / Dt), 2], (float)rate));

    private static double Last(Trajectories run, string channel) => run.Series(channel)[^1];
}
