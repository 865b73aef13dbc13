using System.Reflection;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class IntegratorTests
{
    private static readonly Dictionary<string, int> Orders = new()
    {
        [nameof(Integrators.Euler)] = 1,
        [nameof(Integrators.SymplecticEuler)] = 1,
        [nameof(Integrators.Leapfrog)] = 2,
        [nameof(Integrators.Rk4)] = 4,
    };

    private readonly Pendulum pendulum = new()
    {
        Length = Doubles.Scalar(0.8),
        Damping = Doubles.Scalar(0),
        Gravity = Doubles.Scalar(9.81),
    };

    public static TheoryData<string> All => [.. typeof(Integrators)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)];

    [Fact]
    public void Every_integrator_has_a_known_order() => Assert.Equal(Orders.Keys.Order(), All.Select(row => row.Data).Order());

    [Theory]
    [MemberData(nameof(All))]
    public void The_error_on_a_wide_swing_falls_with_the_order(string name)
    {
        var start = Doubles.Row(1.5, 0.3);
        var reference = State(nameof(Integrators.Rk4), start, 1, 1500);
        AssertOrder(name, steps => Doubles.Worst(State(name, start, 1, steps), reference));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_error_on_a_small_swing_falls_with_the_order(string name)
    {
        const double Amplitude = 1e-5;
        var frequency = Math.Sqrt(9.81 / 0.8);
        var exact = Doubles.Row(Amplitude * Math.Cos(frequency), -Amplitude * frequency * Math.Sin(frequency));
        AssertOrder(name, steps => Doubles.Worst(State(name, Doubles.Row(Amplitude, 0), 1, steps), exact));
    }

    [Fact]
    public void Rk4_keeps_the_energy_of_a_pendulum()
    {
        var energy = Energies(nameof(Integrators.Rk4), 0.02, 1500);
        Assert.All(energy, value => Assert.Equal(energy[0], value, 1e-5 * energy[0]));
    }

    [Fact]
    public void Symplectic_Euler_swings_about_the_true_energy_for_ever()
    {
        var energy = Energies(nameof(Integrators.SymplecticEuler), 0.05, 2000);
        Assert.All(energy, value => Assert.Equal(energy[0], value, 0.2 * energy[0]));
        Assert.Equal(energy[..1000].Max(), energy[1000..].Max(), 0.01 * energy[0]);
    }

    [Fact]
    public void Leapfrog_keeps_its_distance_from_the_true_energy_and_finds_its_way_back()
    {
        var energy = Energies(nameof(Integrators.Leapfrog), 0.05, 2000);
        Assert.All(energy, value => Assert.Equal(energy[0], value, 0.02 * energy[0]));
        Assert.Equal(energy[..1000].Max(), energy[1000..].Max(), 1e-3 * energy[0]);

        var (start, away) = (Doubles.Row(1, 0.2), World(nameof(Integrators.Leapfrog), 0.05).Run(Doubles.Row(1, 0.2), zeros([1, 300, 1], float64)).States.select(1, 300));
        var back = World(nameof(Integrators.Leapfrog), 0.05).Run(Turned(away), zeros([1, 300, 1], float64)).States.select(1, 300);
        Assert.InRange(Doubles.Worst(Turned(back), start), 0, 1e-9);

        static Tensor Turned(Tensor state) => state * tensor(new[] { 1.0, -1 });
    }

    [Fact]
    public void Euler_spirals_outwards()
    {
        var energy = Energies(nameof(Integrators.Euler), 0.02, 500);
        Assert.True(energy[^1] > 2 * energy[0], $"{energy[^1]} against {energy[0]}");
    }

    [Theory]
    [InlineData(nameof(Integrators.SymplecticEuler))]
    [InlineData(nameof(Integrators.Leapfrog))]
    public void Symplectic_steps_refuse_an_odd_number_of_channels(string name)
    {
        var integrate = typeof(Integrators).GetMethod(name)!.CreateDelegate<Integrator>();
        var e = Assert.Throws<ArgumentException>(() => integrate(new Decay(), Doubles.Row(1), zeros([1, 0]), 0.1));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
        Assert.Contains("amount [kg]", e.Message, StringComparison.Ordinal);
    }

    private static void AssertOrder(string name, Func<int, double> error)
    {
        double[] errors = [.. new[] { 50, 100, 200 }.Select(error)];
        Assert.All(errors.Zip(errors[1..]), pair => Assert.Equal(Orders[name], Math.Log2(pair.First / pair.Second), 0.15));
    }

    private double[] Energies(string integrator, double dt, int steps)
    {
        using var scope = NewDisposeScope();
        var states = World(integrator, dt).Run(Doubles.Row(1, 0), zeros([1, steps, 1], float64)).States;
        return Doubles.Of(pendulum.Energy(states[0]));
    }

    private Tensor State(string integrator, Tensor start, double seconds, int steps) =>
        World(integrator, seconds / steps).Run(start, zeros([1, steps, 1], float64)).States.select(1, steps);

    private Simulated World(string integrator, double dt) =>
        new(pendulum, dt, typeof(Integrators).GetMethod(integrator)!.CreateDelegate<Integrator>());

    private sealed class Decay : IPhysics
    {
        public Space State { get; } = new(new Channel("amount", "kg"));

        public Space Action => Space.None;

        public Tensor Derivative(Tensor state, Tensor action) => -state;
    }
}
