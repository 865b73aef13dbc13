using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class SpectrumTests
{
    [Fact]
    public void A_sine_has_its_power_at_its_frequency()
    {
        // 2·sin at 1.25 Hz, 0.1 s apart: power 2 in all.
        var spectrum = Spectrum.Of(Wave(3, 1.25, 2), "x", 80);
        Assert.Equal(1.25, spectrum.Hertz[Array.IndexOf(spectrum.Power, spectrum.Power.Max())], 9);
        Assert.Equal(2, spectrum.Power.Sum() * spectrum.Hertz[1], 0.01);
    }

    [Fact]
    public void White_noise_is_as_strong_everywhere()
    {
        Seed.Set(1);
        Trajectories noise = new(Runs.State, Space.None, randn([200, 256, 2], float64), zeros([200, 255, 0], float64), 0.1);
        var spectrum = Spectrum.Of(noise, "y", 64);
        Assert.All(spectrum.Power[2..^2], power => Assert.Equal(2 * 0.1, power, 0.02));
    }

    [Fact]
    public void Ten_times_the_power_is_ten_decibels_away()
    {
        Seed.Set(2);
        Trajectories noise = new(Runs.State, Space.None, randn([20, 256, 2], float64), zeros([20, 255, 0], float64), 0.1);
        Trajectories louder = new(noise.State, noise.Action, noise.States * Math.Sqrt(10), noise.Actions, noise.Dt);
        Assert.Equal(10, Spectrum.Of(louder, "x", 32).DistanceTo(Spectrum.Of(noise, "x", 32)), 6);
        Assert.Equal(0, Spectrum.Of(noise, "x", 32).DistanceTo(Spectrum.Of(noise, "x", 32)));
    }

    [Fact]
    public void Short_runs_gaps_and_other_windows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Spectrum.Of(Wave(1, 1, 1), "x", 1024));
        Assert.Throws<ArgumentException>(() => Spectrum.Of(Wave(1, 1, double.NaN), "x", 32));
        Assert.Throws<ArgumentException>(() => Spectrum.Of(Wave(1, 1, 1), "x", 32).DistanceTo(Spectrum.Of(Wave(1, 1, 1), "x", 64)));
    }

    private static Trajectories Wave(int runs, double hertz, double height)
    {
        var seconds = 0.1 * arange(400, dtype: float64);
        var wave = (height * (2 * Math.PI * hertz * seconds).sin()).view(1, 400, 1).expand(runs, 400, 2).contiguous();
        return new(Runs.State, Space.None, wave, zeros([runs, 399, 0], float64), 0.1);
    }
}
