using WorldModel.Planning;

namespace WorldModel.Tests.Planning;

public sealed class ColouredNoiseTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Noise_of_every_colour_has_mean_0_and_variance_1_at_every_step(double colour)
    {
        Seed.Set(1);
        var noise = ColouredNoise.Of(colour, 16, zeros(1, float64)).Draw(20000, 2);
        Assert.Equal([20000, 16, 2], noise.shape);
        Assert.InRange(noise.mean([0]).abs().max().ToDouble(), 0, 0.04);
        Assert.InRange(noise.var(0).min().ToDouble(), 0.94, 1.06);
        Assert.InRange(noise.var(0).max().ToDouble(), 0.94, 1.06);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Power_falls_with_the_colours_power_of_frequency(double colour)
    {
        Seed.Set(2);
        var noise = ColouredNoise.Of(colour, 32, zeros(1, float64)).Draw(20000, 1).squeeze(-1);
        var power = fft.rfft(noise).abs().square().mean([0]);
        Assert.InRange(Math.Log2((power[2] / power[8]).ToDouble()) / 2, colour - 0.05, colour + 0.05);
    }
}
