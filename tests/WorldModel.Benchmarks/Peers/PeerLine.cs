using System.Globalization;

namespace WorldModel.Benchmarks.Peers;

/// <summary>A line that the peer's worker writes: its kind, a text, and times [s] where it brings some.</summary>
internal sealed record PeerLine(PeerLineKind Kind, string Text, double[] Seconds)
{
    /// <exception cref="FormatException">The worker does not write such lines.</exception>
    internal static PeerLine Parse(string line) => line.Split('\t') switch
    {
        ["ready", var versions] => new(PeerLineKind.Ready, versions, []),
        ["time", var form, var times] => new(PeerLineKind.Time, form, Times(times, line)),
        ["done"] => new(PeerLineKind.Done, "", []),
        ["error", var problem] => new(PeerLineKind.Error, problem, []),
        _ => throw Unknown(line),
    };

    private static double[] Times(string times, string line) => [.. times.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds > 0 ? seconds : throw Unknown(line))];

    private static FormatException Unknown(string line) =>
        new($"the peer's worker wrote '{line}', which is no ready, time, done or error line; it runs by hand as: python3 pytorch_worker.py");
}
