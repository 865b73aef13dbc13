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
    /// <param name="condition">Filled in by the compiler: how <paramref name="holds"/> was written.</param>
    /// <exception cref="CheckFailedException">It does not hold.</exception>
    public static void That(string claim, bool holds, IEnumerable<(string Name, object Value)> measured, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        var numbers = string.Join(", ", measured.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Name} {Format(number.Value)}")));
        var report = $"{claim}\n  measured: {numbers}\n  checked:  {string.Join(' ', condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
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
