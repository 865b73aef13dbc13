using System.Globalization;

namespace WorldModel.Learning;

/// <summary>The losses of all epochs as one text, to the last bit.</summary>
internal static class EpochText
{
    internal static string Write(IEnumerable<EpochLoss> log) =>
        string.Join(';', log.Select(epoch => string.Create(CultureInfo.InvariantCulture, $"{epoch.Train:R} {epoch.Validation:R}")));

    /// <exception cref="InvalidDataException">It is no such text.</exception>
    internal static List<EpochLoss> Read(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((epoch, i) => Read(i + 1, epoch.Split(' ')))];

    private static EpochLoss Read(int epoch, string[] losses) =>
        losses.Length == 2 && Parse(losses[0]) is { } train && Parse(losses[1]) is { } validation
            ? new(epoch, train, validation)
            : throw new InvalidDataException($"its losses of epoch {epoch} are damaged: delete the file to train anew");

    private static double? Parse(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
