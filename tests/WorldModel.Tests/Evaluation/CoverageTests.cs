using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class CoverageTests
{
    private static readonly Space Two = new(new("x", "m"), new("y", "m"));

    [Fact]
    public void Intervals_of_a_known_Gaussian_cover_what_they_promise()
    {
        var truth = Of(randn([4000, 3, 2], generator: new Generator(1)));
        var coverage = Coverage.Of(truth, Of(full([4000, 3, 2], -1.645f)), Of(full([4000, 3, 2], 1.645f)));
        Assert.All(coverage.Share.SelectMany(share => share), share => Assert.Equal(0.9, share, 4 * coverage.Deviation(0.9)));
        Assert.Equal(Math.Sqrt(0.09 / 4000), coverage.Deviation(0.9), 1e-12);
    }

    [Fact]
    public void Channels_and_horizons_are_counted_apart()
    {
        var truth = Of(tensor(new[] { 0f, 5, 0, 0, 0, 5, 9, 9 }).view(2, 2, 2)); // x, y at 0 s and 0.5 s of two runs
        var coverage = Coverage.Of(truth, Of(zeros(2, 2, 2)), Of(ones(2, 2, 2)));
        Assert.Equal([1, 0.5], coverage.Share[0]);
        Assert.Equal([0, 0.5], coverage.Share[1]);
        Assert.Equal(0.5, coverage.At("y", 0.6));
        Assert.Equal(0.5, coverage.At(0.1));
    }

    [Fact]
    public void A_lost_reading_is_neither_in_nor_out()
    {
        var truth = Of(tensor(new[] { 0.5f, float.NaN, 2f, float.NaN, float.NaN, float.NaN, 0.5f, 0.5f }).view(2, 2, 2));
        var coverage = Coverage.Of(truth, Of(zeros(2, 2, 2)), Of(ones(2, 2, 2)));
        Assert.Equal(1, coverage.At("x", 0));
        Assert.Equal(0.5, coverage.At("x", 0.5));
        Assert.True(double.IsNaN(coverage.At("y", 0)));
    }

    [Fact]
    public void Intervals_of_another_shape_are_refused() =>
        Assert.Throws<ArgumentException>(() => Coverage.Of(Of(zeros(2, 3, 2)), Of(zeros(2, 2, 2)), Of(zeros(2, 3, 2))));

    [Fact]
    public void A_share_is_no_percentage() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.Of(Of(zeros(2, 3, 2)), Of(zeros(2, 3, 2)), Of(zeros(2, 3, 2))).Deviation(90));

    private static Trajectories Of(Tensor states) => new(Two, Space.None, states, zeros([states.shape[0], states.shape[1] - 1, 0]), 0.5);
}
