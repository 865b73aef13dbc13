using CsCheck;
using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class SplitTests
{
    [Fact]
    public void A_split_never_shares_a_run_and_loses_none() =>
        Gen.Select(Gen.Int[3, 60], Gen.Double[0.05, 0.6], Gen.Double[0.05, 0.6], Gen.Int).Sample((runs, validation, test, seed) =>
        {
            if (Math.Round(runs * validation) < 1 || Math.Round(runs * test) < 1 || Math.Round(runs * validation) + Math.Round(runs * test) >= runs)
            {
                return;
            }

            var split = Split.ByRun(Numbered(runs), validation, test, seed);
            Assert.Equal((Math.Round(runs * validation), Math.Round(runs * test)), (split.Validation.Runs, split.Test.Runs));
            Assert.Equal(Enumerable.Range(0, runs), new[] { split.Train, split.Validation, split.Test }.SelectMany(Numbers).Order());
        }, threads: 1, iter: 200);

    [Fact]
    public void Runs_stay_whole_and_keep_their_actions()
    {
        var test = Split.ByRun(Numbered(10)).Test;
        Assert.All(Enumerable.Range(0, test.Runs), run =>
            Assert.Single(Doubles.Of(test.States[run]).Concat(Doubles.Of(test.Actions[run])).Distinct()));
    }

    [Fact]
    public void The_same_seed_deals_the_same_and_another_one_differently()
    {
        Assert.Equal(Deal(1), Deal(1));
        Assert.NotEqual(Deal(1), Deal(2));

        static int[] Deal(int seed) => [.. Numbers(Split.ByRun(Numbered(30), seed: seed).Test)];
    }

    [Theory]
    [InlineData(2, 0.2, 0.2)]
    [InlineData(10, 0, 0.2)]
    [InlineData(10, 0.2, -1)]
    [InlineData(10, 0.5, 0.5)]
    [InlineData(10, double.NaN, 0.2)]
    public void No_part_may_be_empty(int runs, double validation, double test) =>
        Assert.Contains($"{runs} runs cannot be split", Assert.Throws<ArgumentException>(() => Split.ByRun(Numbered(runs), validation, test)).Message, StringComparison.Ordinal);

    private static Trajectories Numbered(int runs)
    {
        var number = arange(runs, float64).reshape(runs, 1, 1);
        return new(new(new Channel("run", "")), new(new Channel("again", "")), number.expand(runs, 4, 1), number.expand(runs, 3, 1), 1);
    }

    private static IEnumerable<int> Numbers(Trajectories runs) => Doubles.Of(runs.Initial).Select(number => (int)number);
}
