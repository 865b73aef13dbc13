using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class PowerLawTests
{
    private readonly PowerLaw area = new() { Factor = Doubles.Scalar(3), Exponent = Doubles.Scalar(2) };

    [Fact]
    public void A_measurement_is_the_factor_times_the_power() => Assert.Equal([4, 48], Doubles.Of(area.Step(Doubles.Row(4, 0), zeros([1, 0]))));

    [Fact]
    public void In_logarithms_it_is_a_line()
    {
        Logarithmic line = new(area);
        var next = Doubles.Of(line.Step(Doubles.Row(0.7, 0), zeros([1, 0])));
        Assert.Equal(0.7, next[0], 1e-12);
        Assert.Equal(Math.Log(3) + 2 * 0.7, next[1], 1e-12);
        Assert.Equal("ln x, ln y", line.State.ToString());
        Assert.Equal(1, line.Dt);
    }
}
