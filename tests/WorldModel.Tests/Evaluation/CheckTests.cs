using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class CheckTests
{
    [Fact]
    public void A_true_claim_is_printed_with_its_numbers_and_how_it_was_checked()
    {
        var (model, control) = (0.123456, 2.5f);
        Assert.Equal(
            "✓ The model wins\n  measured (± 1 %): model [m] 0.1235, control [m] 2.5, runs 30, over seeds 2 [1, 3]\n  checked: model < control\n",
            ConsoleText.Of(() => Check.That("The model wins", model < control, [("model [m]", model), ("control [m]", control), ("runs", 30), ("over seeds", new Spread(2, 1, 3))])));
    }

    [Fact]
    public void A_claim_that_is_not_true_throws_with_the_same_report()
    {
        var (model, control) = (3.0, 2.0);
        var printed = ConsoleText.Of(() =>
        {
            var e = Assert.Throws<CheckFailedException>(() => Check.That("The model wins", model
                < control, [("model", model), ("control", control)]));
            Assert.Equal("This claim is not true: The model wins\n  measured (± 1 %): model 3, control 2\n  checked: model < control", e.Message);
        });
        Assert.Equal("", printed);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.005, "0.5")]
    [InlineData(0.07, "7")]
    [InlineData(0.5, "50")]
    public void The_tolerance_is_printed_before_the_numbers(double tolerance, string percent) =>
        Assert.Contains($"\n  measured (± {percent} %): model 1\n", ConsoleText.Of(() => Check.That("It is so", true, [("model", 1)], tolerance)), StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_tolerance_that_is_no_fraction_is_refused(double tolerance) =>
        Assert.Contains("a fraction from 0 to below 1", Assert.Throws<ArgumentOutOfRangeException>(() => Check.That("It is so", true, [("model", 1)], tolerance: tolerance)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_comparison_with_NaN_is_not_true()
    {
        var error = double.NaN;
        Assert.Throws<CheckFailedException>(() => Check.That("It is small", error < 1, [("error", error)]));
    }

    [Fact]
    public void An_exercise_judges_itself_without_an_error()
    {
        Assert.Equal("✓ solved: find g\n", ConsoleText.Of(() => Assert.True(Exercise.Try("find g", true, "divide"))));
        Assert.Equal("… not yet: find g\n  hint: divide\n", ConsoleText.Of(() => Assert.False(Exercise.Try("find g", false, "divide"))));
    }
}
