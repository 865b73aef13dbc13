using WorldModel.Benchmarks.Coverage;
using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning.Calibrating;

public sealed class CalibrationFailureTests
{
    private readonly CoverageCase shots = CoverageCase.Flight();

    [Theory]
    [InlineData(5, 1, null, "the lower one first; they are 5 and 1")]
    [InlineData(2, 2, null, "the lower one first; they are 2 and 2")]
    [InlineData(1, double.PositiveInfinity, null, "must be two numbers")]
    [InlineData(double.NaN, 3, null, "must be two numbers")]
    [InlineData(1, 5, 6.0, "the start of 'gravity' must lie between its bounds, 1 and 5; it is 6")]
    [InlineData(1, 5, 1.0, "it is 1")]
    [InlineData(1, 5, double.NaN, "it is NaN")]
    public void Bounds_and_starts_that_make_no_sense_are_refused(double lower, double upper, double? start, string says) =>
        Refuses(says, [new("gravity", "m/s²", lower, upper, start), shots.Unknowns[1]]);

    [Fact]
    public void Nothing_to_calibrate_is_refused() => Refuses("there is no unknown to calibrate", []);

    [Fact]
    public void A_name_that_comes_twice_is_refused() => Refuses("'gravity' comes twice", [shots.Unknowns[0], shots.Unknowns[0]]);

    [Fact]
    public void A_name_that_nobody_gave_is_said_with_those_there_are() =>
        Refuses("there is no unknown 'wind'; there are gravity, drag", twin: trial => new Simulated(new Projectile { Gravity = trial["wind"] }, 0.1));

    [Fact]
    public void Readings_that_are_all_lost_are_refused() => Refuses("every reading is NaN", readings: Like(full_like(shots.Runs.States, double.NaN)));

    [Fact]
    public void No_data_is_refused() => Refuses("0 runs of 10 steps are no data", readings: shots.Runs.Pick());

    [Fact]
    public void A_twin_of_another_step_is_told_of_Strided() =>
        Refuses("the twin steps every 0.05 s and readings come every 0.1 s", twin: trial => new Simulated(new Projectile { Gravity = trial["gravity"] }, 0.05));

    [Fact]
    public void A_twin_of_another_state_is_refused() =>
        Refuses("are not those of the readings", twin: trial => new Simulated(new Apple { Gravity = trial["gravity"] }, 0.1));

    [Fact]
    public void Initial_states_of_another_shape_are_refused() => Refuses("initial states must be finite numbers [4, 4]; they are [2, 4]", initial: zeros(2, 4));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.1, 0.1, 0.0, 0.1)]
    [InlineData(0.1, 0.1, double.NaN, 0.1)]
    public void Noise_that_makes_no_sense_is_refused(params double[] noise) => Refuses("noise needs one standard deviation above 0 for each", options: new(Noise: noise));

    [Fact]
    public void Too_few_readings_to_tell_their_noise_as_well_are_refused()
    {
        var two = shots.Runs.Pick(0).First(1);
        two.States.narrow(2, 2, 2).fill_(double.NaN);
        Refuses("4 readings that depend on the unknowns are too few to tell them and the noise as well", readings: two);
    }

    [Fact]
    public void A_twin_that_always_explodes_is_reported()
    {
        var e = Assert.Throws<InvalidOperationException>(() => Fit(twin: trial => new Simulated(new Projectile { Gravity = trial["gravity"] / 0 }, 0.1)));
        Assert.Contains("narrow the bounds", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_twin_that_sometimes_explodes_is_calibrated_where_it_does_not()
    {
        // Above 10 the root of a negative number is no number.
        var found = Fit(twin: trial => new Simulated(new Projectile { Gravity = trial["gravity"] + 0 * (10 - trial["gravity"]).sqrt(), Drag = trial["drag"] }, 0.1));
        Assert.Equal(9.81, found["gravity"].Value, 1e-3);
    }

    private void Refuses(string says, Unknown[]? unknowns = null, Trajectories? readings = null, Func<Trial, IDynamics>? twin = null, Tensor? initial = null, CalibrationOptions? options = null)
    {
        var e = Assert.ThrowsAny<ArgumentException>(() => Calibration.Fit(unknowns ?? shots.Unknowns, readings ?? shots.Runs, twin ?? shots.Twin, initial, options));
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    private CalibrationResult Fit(Func<Trial, IDynamics> twin) => Calibration.Fit(shots.Unknowns, shots.Runs, twin);

    private Trajectories Like(Tensor states) => new(shots.Runs.State, Space.None, states, shots.Runs.Actions, shots.Runs.Dt);
}
