using System.Globalization;
using System.Runtime.CompilerServices;

namespace WorldModel.Evaluation;

/// <summary>A sentence with a number is a claim, and a claim is checked where it is made.</summary>
public static class Check
{
    private static int passed;

    /// <summary>How many claims held so far in this process.</summary>
    public static int Passed => passed;

    /// <summary>Prints the claim with the condition that was checked and the numbers measured.</summary>
    /// <param name="claim">The claim, as the reader is told.</param>
    /// <param name="holds">Whether the measurement bears it out.</param>
    /// <param name="measured">The numbers behind it, the control's among them: name and value with unit.</param>
    /// <param name="tolerance">
    /// How far the measured numbers may move when the notebook runs again, here or on another machine (relative, 0 to
    /// below 1). It is printed before them, and whoever runs the notebook is told of a number that moved further.
    /// </param>
    /// <param name="condition">Filled in by the compiler: how <paramref name="holds"/> was written.</param>
    /// <exception cref="CheckFailedException">It does not hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is no number from 0 to below 1: at 1 a number could be gone.</exception>
    public static void That(string claim, bool holds, IEnumerable<(string Name, object Value)> measured, double tolerance = 0.01, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        if (!(tolerance >= 0 && tolerance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "a tolerance is a fraction from 0 to below 1, such as 0.05 for ± 5 %");
        }

        var numbers = string.Join(", ", measured.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Name} {Format(number.Value)}")));
        var report = $"{claim}\n  measured (± {Format(100 * tolerance)} %): {numbers}\n  checked: {string.Join(' ', condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        if (!holds)
        {
            throw new CheckFailedException($"This claim is not true: {report}");
        }

        Interlocked.Increment(ref passed);
        Console.WriteLine($"✓ {report}");
    }

    private static string Format(object value) =>
        value is double or float ? ((IFormattable)value).ToString("g4", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{value}");
}
