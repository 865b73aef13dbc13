using System.Globalization;

namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>Whether a line still says what was saved.</summary>
internal static class LineComparison
{
    /// <summary>
    /// Single precision carries seven digits, so what is smaller than a millionth of the largest measurement on its line
    /// is zero up to rounding: 2.9e-08 beside 0.6.
    /// </summary>
    private const double Rounding = 1e-6;

    // 1.00 and 1.01 differ by 1 %, and by a little more as binary numbers.
    private const double Binary = 1 + 1e-9;

    /// <summary>Each difference in words; none where all is as it was.</summary>
    public static IEnumerable<string> Differences(SaidLine saved, SaidLine now, double toleranceOfNextCheck)
    {
        var (before, after) = (saved.Body, now.Body);
        if ((saved.Kind, saved.Tolerance) != (now.Kind, now.Tolerance) || before.Words != after.Words || (now.Kind == LineKind.Claim && saved.Text != now.Text))
        {
            return [$"\"{now.Text.Trim()}\" was saved as \"{saved.Text.Trim()}\""];
        }

        var tolerance = now.Tolerance ?? toleranceOfNextCheck;
        var floor = Rounding * before.Numbers.Where(number => number.LastDigit > 0).Select(number => Math.Abs(number.Value)).DefaultIfEmpty().Max();
        return now.Kind == LineKind.Description ? [] : before.Numbers.Zip(after.Numbers)
            .Where(pair => !IsNear(pair.First, pair.Second, tolerance, floor + (now.Kind == LineKind.Text ? pair.First.LastDigit : 0)))
            .Select(pair => $"\"{pair.Second.Name}\" is {pair.Second.Text}, and was saved as {pair.First.Text}: further than ± {Percent(tolerance)} %");
    }

    private static bool IsNear(SaidNumber saved, SaidNumber now, double tolerance, double floor) =>
        saved.Value.Equals(now.Value) || Math.Abs(saved.Value - now.Value) <= ((tolerance * Math.Abs(saved.Value)) + floor) * Binary;

    private static string Percent(double tolerance) => (100 * tolerance).ToString("g4", CultureInfo.InvariantCulture);
}
