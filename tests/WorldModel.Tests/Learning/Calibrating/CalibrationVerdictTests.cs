using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning.Calibrating;

public sealed class CalibrationVerdictTests
{
    private static readonly Unknown[] Unknowns =
    [
        new("mass", "kg", 0.5, 5), new("stiffness", "N/m", 1, 40), new("damping", "1/s", 0, 1), new("colour", "", 0, 1),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    public void What_only_counts_as_a_ratio_and_what_counts_for_nothing_is_named(double noise)
    {
        var found = Calibration.Fit(Unknowns, Readings(noise), Twin);
        Assert.Equal([false, false, true, false], found.Estimates.Select(estimate => estimate.IsDetermined));
        Assert.All(found.Estimates.Take(2), estimate => Assert.Equal("not determined: mass +100 % with stiffness +100 % leaves every reading as it is", estimate.Verdict.Replace("−", "+", StringComparison.Ordinal)));
        Assert.Equal("not determined: no reading depends on it", found["colour"].Verdict);
        Assert.Equal(4, found["stiffness"].Value / found["mass"].Value, 0.05);
        Assert.Equal((double.PositiveInfinity, 0.5, 5.0), (found["mass"].StandardError, found["mass"].Lower, found["mass"].Upper));
        Assert.Equal(0.3, found["damping"].Value, 0.05);
        Assert.Contains("leaves every reading as it is", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_mass_known_the_stiffness_is_determined()
    {
        var found = Calibration.Fit([Unknowns[1], Unknowns[2]], Readings(0.02), trial => Spring(ones(1), trial["stiffness"], trial["damping"]));
        Assert.All(found.Estimates, estimate => Assert.Equal((true, "determined"), (estimate.IsDetermined, estimate.Verdict)));
        Assert.True(found["stiffness"].Covers(4));
    }

    [Fact]
    public void Noise_that_drowns_an_unknown_is_said()
    {
        var found = Calibration.Fit([Unknowns[2] with { Upper = 0.31, Lower = 0.29 }], Readings(0.3), trial => Spring(ones(1), 4 * ones(1), trial["damping"]));
        Assert.False(found["damping"].IsDetermined);
        Assert.Contains("too few or too noisy", found["damping"].Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truth_beyond_a_bound_ends_at_it_and_no_value_outside_is_ever_tried()
    {
        Unknown[] unknowns = [Unknowns[1] with { Upper = 3 }];
        var tried = new List<double>();
        var found = Calibration.Fit(unknowns, Readings(0.02), trial =>
        {
            tried.AddRange(Doubles.Of(trial["stiffness"]));
            return Spring(ones(1), trial["stiffness"], 0.3 * ones(1));
        });
        Assert.True(tried.Count > 100);
        Assert.All(tried, value => Assert.InRange(value, 1, 3));
        Assert.Equal("at its upper bound", found["stiffness"].Verdict);
        Assert.InRange(found["stiffness"].Upper, 2.99, 3);
    }

    [Fact]
    public void Two_answers_are_called_ambiguous()
    {
        // Only the square of the frequency counts, and the bounds let it have either sign.
        var found = Calibration.Fit([new("frequency", "rad/s", -4, 4)], Readings(0.02), trial => Spring(ones(1), trial["frequency"].square(), 0.3 * ones(1)));
        Assert.Equal(2, Math.Abs(found["frequency"].Value), 0.05);
        Assert.StartsWith("ambiguous: ", found["frequency"].Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_lacks_something_has_a_misfit()
    {
        CalibrationOptions told = new(Noise: [0.02, 0.02]);
        var whole = Calibration.Fit([Unknowns[1], Unknowns[2]], Readings(0.02), trial => Spring(ones(1), trial["stiffness"], trial["damping"]), options: told);
        var lacking = Calibration.Fit([Unknowns[1]], Readings(0.02), trial => Spring(ones(1), trial["stiffness"], zeros(1)), options: told);
        Assert.InRange(whole.Misfit, 0.6, 1.5);
        Assert.True(lacking.Misfit > 10);
    }

    private static Trajectories Readings(double noise)
    {
        var world = Spring(ones(1), 4 * ones(1), 0.3 * ones(1));
        return new Sensor { Noise = [noise, noise] }.Observe(world.Run(tensor(new[,] { { 1.0, 0 }, { -0.4, 1.5 } }), 15), seed: 4);
    }

    private static Simulated Twin(Trial trial) => Spring(trial["mass"], trial["stiffness"], trial["damping"]);

    private static Simulated Spring(Tensor mass, Tensor stiffness, Tensor damping) => new(new MassOnSpring(mass, stiffness, damping), 0.15);
}
