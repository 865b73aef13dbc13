using System.Globalization;

namespace WorldModel.Planning;

/// <summary>One trial in the log of a practice.</summary>
/// <param name="Trial">Its number, from 1.</param>
/// <param name="RealSteps">Steps taken in the world up to its end, those of earlier trials among them.</param>
/// <param name="Return">What it was worth.</param>
/// <param name="Imagined">What the plans of the trial were to cost, the mean over those whose whole horizon came; NaN where there is none.</param>
/// <param name="Came">What really came over the same steps, at the same cost.</param>
/// <param name="Seconds">Time that it took, learning from it included [s].</param>
public sealed record PracticeRow(int Trial, int RealSteps, double Return, double Imagined, double Came, double Seconds)
{
    /// <summary>To the last bit, for a file.</summary>
    internal string Write() => string.Create(CultureInfo.InvariantCulture, $"{Trial} {RealSteps} {Return:R} {Imagined:R} {Came:R} {Seconds:R}");

    /// <exception cref="InvalidDataException">It is no such text.</exception>
    internal static PracticeRow Read(string text)
    {
        double[] numbers = [.. text.Split(' ').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : double.NegativeInfinity)];
        return numbers.Length == 6 && !numbers.Contains(double.NegativeInfinity)
            ? new((int)numbers[0], (int)numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
            : throw new InvalidDataException($"its log is damaged at '{text}': delete the file to practise anew");
    }
}
