using WorldModel.Evaluation;
using WorldModel.Worlds;

namespace WorldModel.Tests.Evaluation;

public sealed class LyapunovTests
{
    [Fact]
    public void Lorenz_has_the_published_exponent()
    {
        // 0.9056: Sprott, Chaos and Time-Series Analysis, 2003.
        Lorenz lorenz = new() { Sigma = Doubles.Scalar(10), Rho = Doubles.Scalar(28), Beta = Doubles.Scalar(8.0 / 3) };
        var starts = tensor(new[,] { { 1.0, 2, 20 }, { -3, -5, 25 }, { 6, 7, 18 }, { -8, -2, 30 } });
        Assert.InRange(Lyapunov.LargestExponent(new Simulated(lorenz, 0.02), starts, seconds: 100, settle: 10), 0.88, 0.93);
    }

    [Theory]
    [InlineData(-0.3)]
    [InlineData(0.2)]
    public void A_linear_law_has_its_own_rate(double rate) =>
        Assert.Equal(rate, Lyapunov.LargestExponent(new Growing(rate), Doubles.Row(1, 2), seconds: 20, settle: 0), 6);

    [Fact]
    public void What_takes_actions_has_none()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Lyapunov.LargestExponent(new Simulated(new Pendulum(), 0.1), zeros(1, 2), 1));
        Assert.Contains("torque", error.Message, StringComparison.Ordinal);
    }

    private sealed class Growing(double rate) : IDynamics
    {
        public Space State => Runs.State;

        public Space Action => Space.None;

        public double Dt => 0.1;

        public Tensor Step(Tensor state, Tensor action) => state * Math.Exp(rate * Dt);
    }
}
