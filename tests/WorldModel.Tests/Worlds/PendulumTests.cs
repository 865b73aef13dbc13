using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class PendulumTests
{
    private const double Gravity = 9.81;

    [Theory]
    [InlineData(1e-4, 0.4)]
    [InlineData(1e-4, 2)]
    public void A_small_swing_takes_two_pi_times_the_root_of_length_over_gravity(double amplitude, double length) =>
        Assert.Equal(0, AngleAfter(2 * Math.PI * Math.Sqrt(length / Gravity) / 4, amplitude, length) / amplitude, 1e-7);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2.5, 0.6)]
    [InlineData(3.1, 1)]
    public void A_wide_swing_takes_the_period_of_the_arithmetic_geometric_mean(double amplitude, double length)
    {
        // Exact: T = 2π·√(l/g) / agm(1, cos(θ/2)); a quarter of it leads from rest to the lowest point.
        var period = 2 * Math.PI * Math.Sqrt(length / Gravity) / Agm(1, Math.Cos(amplitude / 2));
        Assert.Equal(0, AngleAfter(period / 4, amplitude, length), 1e-7);
    }

    [Fact]
    public void Energy_only_falls_with_damping()
    {
        Pendulum pendulum = new() { Damping = Doubles.Scalar(0.3) };
        var states = new Simulated(pendulum, 0.01).Run(Doubles.Row(2, 1), zeros([1, 500, 1], float64)).States[0];
        var energy = Doubles.Of(pendulum.Energy(states));
        Assert.All(energy.Zip(energy[1..]), pair => Assert.True(pair.Second <= pair.First));
        Assert.True(energy[^1] < 0.5 * energy[0]);
    }

    [Fact]
    public void A_small_damped_swing_decays_as_the_linear_oscillator_does()
    {
        // θ = A·e^(−d·t/2)·(cos ω·t + d/(2ω)·sin ω·t) with ω² = g/l − d²/4.
        const double Amplitude = 1e-5, Damping = 0.8, Length = 0.7;
        Pendulum pendulum = new() { Length = Doubles.Scalar(Length), Damping = Doubles.Scalar(Damping), Gravity = Doubles.Scalar(Gravity) };
        var run = new Simulated(pendulum, 0.01).Run(Doubles.Row(Amplitude, 0), zeros([1, 400, 1], float64));
        var frequency = Math.Sqrt(Gravity / Length - Damping * Damping / 4);
        Assert.All(run.Seconds().Zip(run.Series("angle")), at => Assert.Equal(
            Math.Exp(-Damping * at.First / 2) * (Math.Cos(frequency * at.First) + Damping / (2 * frequency) * Math.Sin(frequency * at.First)), at.Second / Amplitude, 1e-7));
    }

    [Fact]
    public void A_torque_holds_the_pendulum_where_it_balances_gravity()
    {
        Pendulum pendulum = new() { Length = Doubles.Scalar(0.5), Gravity = Doubles.Scalar(Gravity) };
        var torque = full([1, 200, 1], Gravity / 0.5 * Math.Sin(0.7), float64);
        var states = new Simulated(pendulum, 0.01).Run(Doubles.Row(0.7, 0), torque).States;
        Assert.Equal(0, Doubles.Worst(states, Doubles.Row(0.7, 0).unsqueeze(0)), 1e-12);
    }

    private static double AngleAfter(double seconds, double amplitude, double length)
    {
        const int Steps = 1000;
        Pendulum pendulum = new() { Length = Doubles.Scalar(length), Damping = Doubles.Scalar(0), Gravity = Doubles.Scalar(Gravity) };
        var run = new Simulated(pendulum, seconds / Steps).Run(Doubles.Row(amplitude, 0), zeros([1, Steps, 1], float64));
        return run.Series("angle")[^1];
    }

    private static double Agm(double a, double b) => Math.Abs(a - b) < 1e-15 ? a : Agm((a + b) / 2, Math.Sqrt(a * b));
}
