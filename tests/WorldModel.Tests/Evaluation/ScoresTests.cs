using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class ScoresTests
{
    [Fact]
    public void The_score_of_a_Gaussian_is_its_closed_form()
    {
        Seed.Set(1);
        var truth = Runs.Of(new double[,,] { { { 0.7, -2 } } });
        var found = Doubles.Of(Scores.Crps(truth, 1 + (2 * randn([4000, 1, 1, 2], float64))));
        Assert.Equal(Gaussian(0.7, 1, 2), found[0], 0.03);
        Assert.Equal(Gaussian(-2, 1, 2), found[1], 0.06);
    }

    [Fact]
    public void A_single_sample_scores_its_absolute_error()
    {
        var truth = Runs.Of(new double[,,] { { { 1, 2 } }, { { 3, 4 } } });
        Assert.Equal([1.5, 0.5], Doubles.Of(Scores.Crps(truth, truth.States.unsqueeze(0) + tensor(new[] { 1.5, -0.5 }))));
        Assert.Equal([2.5], Doubles.Of(Scores.Energy(truth, truth.States.unsqueeze(0) + tensor(new[] { 1.5, -2 }), ones(2, float64))));
    }

    [Fact]
    public void Few_samples_score_on_average_as_many_do()
    {
        Seed.Set(2);
        var truth = Runs.Of(new double[3000, 1, 2]);
        double Score(int samples) => Scores.Crps(truth, randn([samples, 3000, 1, 2], float64)).mean().ToDouble();
        Assert.Equal(Score(50), Score(3), 0.02);
    }

    [Fact]
    public void Who_says_too_much_or_too_little_is_punished()
    {
        Seed.Set(3);
        Trajectories truth = new(Runs.State, Space.None, randn([4000, 1, 2], float64), zeros([4000, 0, 0], float64), 0.5);
        double Score(double width) => Scores.Energy(truth, width * randn([20, 4000, 1, 2], float64), ones(2, float64))[0].ToDouble();
        var honest = Score(1);
        Assert.True(honest < Score(0.5) && honest < Score(2));
    }

    [Fact]
    public void Samples_of_another_shape_are_refused() =>
        Assert.Throws<ArgumentException>(() => Scores.Crps(Runs.Of(new double[2, 3, 2]), zeros(5, 2, 2, 2)));

    [Fact]
    public void Skill_is_measured_against_the_control()
    {
        Assert.Equal(0.75, Scores.Skill(1, 4));
        Assert.Equal(-1, Scores.Skill(2, 1));
        Assert.Throws<ArgumentException>(() => Scores.Skill(1, 0));
    }

    // Gneiting and Raftery, equation 21, with Φ by the error function of the standard normal.
    private static double Gaussian(double y, double mean, double deviation)
    {
        var z = (y - mean) / deviation;
        var (density, below) = (Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI), (1 + Doubles.Scalar(z / Math.Sqrt(2)).erf().ToDouble()) / 2);
        return deviation * ((z * ((2 * below) - 1)) + (2 * density) - (1 / Math.Sqrt(Math.PI)));
    }
}
