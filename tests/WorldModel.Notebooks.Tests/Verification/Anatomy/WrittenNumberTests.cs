using CsCheck;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Tests.Verification.Anatomy;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("0.48", "0.4837")]
    [InlineData("0.5", "0.4837")]
    [InlineData("0.020", "0.01986")]
    [InlineData("28", "28")]
    [InlineData("28.0", "28")]
    [InlineData("3.8e-4", "3.84E-04")]
    [InlineData("0.3", "-0.3")]
    public void A_rounded_number_is_the_exact_one(string rounded, string exact) => Assert.True(One(rounded).Rounds(One(exact)));

    [Theory]
    [InlineData("0.49", "0.4837")]
    [InlineData("0.4837", "0.48")]
    [InlineData("12", "120")]
    [InlineData("3.8e-4", "3.84e-3")]
    public void Another_number_is_not(string rounded, string exact) => Assert.False(One(rounded).Rounds(One(exact)));

    [Fact]
    public void Digits_inside_a_word_are_no_number() => Assert.Equal(["12", "0.5", "7"], WrittenNumber.In("x2, 12 m, 0.5 s, v1, [7], 3rd, ½·g·t²").Select(number => number.Text));

    [Fact]
    public void Every_number_is_its_own_rounding_to_any_digits() =>
        Gen.Select(Gen.Double[0.001, 10_000], Gen.Int[0, 6]).Sample((value, digits) =>
        {
            var exact = ((decimal)value).ToString("F9", System.Globalization.CultureInfo.InvariantCulture);
            var rounded = Math.Round(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), digits).ToString($"F{digits}", System.Globalization.CultureInfo.InvariantCulture);
            return One(rounded).Rounds(One(exact));
        });

    private static WrittenNumber One(string text) => Assert.Single(WrittenNumber.In(text));
}
