using System.Globalization;
using WorldModel.Display;

namespace WorldModel.Learning;

/// <summary>What a calibration found: shows itself as a table.</summary>
[TypeFormatterSource(typeof(RichFormatterSource))]
public sealed class CalibrationResult : IRichView
{
    private readonly Func<Trial, IDynamics> twin;

    internal CalibrationResult(IReadOnlyList<Estimate> estimates, Func<Trial, IDynamics> twin) => (Estimates, this.twin) = (estimates, twin);

    /// <summary>One for each unknown, in their order.</summary>
    public IReadOnlyList<Estimate> Estimates { get; }

    /// <summary>Standard deviation of each channel's readings [S]: as told, or estimated; NaN for a channel whose readings depend on nothing that was sought.</summary>
    public required double[] Noise { get; init; }

    /// <summary>Whether the noise was told.</summary>
    public required bool IsNoiseKnown { get; init; }

    /// <summary>Readings, a number each, that depend on what was sought.</summary>
    public required int Readings { get; init; }

    /// <summary>
    /// Mean squared residual in units of the noise, less the freedom that the fit used up: about 1 where the law explains the
    /// readings, more where it lacks something. Always about 1 where the noise was estimated from the residuals.
    /// </summary>
    public required double Misfit { get; init; }

    /// <summary>Initial states [B, S] of the runs: as given, or most likely.</summary>
    public required Tensor Initial { get; init; }

    /// <summary>The estimate of an unknown.</summary>
    /// <exception cref="ArgumentException">There is no such unknown; the message lists those that there are.</exception>
    public Estimate this[string name] => Estimates.FirstOrDefault(estimate => estimate.Unknown.Name == name)
        ?? throw new ArgumentException($"there is no unknown '{name}'; there are {string.Join(", ", Estimates.Select(estimate => estimate.Unknown.Name))}", nameof(name));

    /// <summary>The twin with the most likely values, in 32-bit floats [1].</summary>
    public IDynamics Twin() => twin(new([.. Estimates.Select(estimate => estimate.Unknown)], tensor(Estimates.Select(estimate => (float)estimate.Value).ToArray())));

    /// <inheritdoc />
    public string ToHtml() => $"{Table().ToHtml()}<p>{System.Net.WebUtility.HtmlEncode(Footer())}</p>";

    /// <inheritdoc />
    public string ToText() => $"{Table().ToText()}\n{Footer()}";

    /// <inheritdoc />
    public override string ToString() => ToText();

    private Table Table() => new(["unknown", "estimate", "standard error", "90 % interval", "unit", "verdict"], [.. Estimates.Select(Row)]);

    private static IReadOnlyList<string> Row(Estimate one) =>
    [
        one.Unknown.Name, Text(one.Value), double.IsFinite(one.StandardError) ? Text(one.StandardError, "g2") : "∞",
        $"{Text(one.Lower)} to {Text(one.Upper)}", one.Unknown.Unit, one.Verdict,
    ];

    private string Footer() => string.Create(
        CultureInfo.InvariantCulture, $"{Readings} readings; noise {(IsNoiseKnown ? $"told, misfit {Text(Misfit, "g3")}" : "estimated")}: {string.Join(", ", Noise.Select(one => double.IsNaN(one) ? "–" : Text(one, "g3")))}");

    private static string Text(double value, string format = "g5") => value.ToString(format, CultureInfo.InvariantCulture);
}
