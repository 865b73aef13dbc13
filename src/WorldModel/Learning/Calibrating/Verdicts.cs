using System.Globalization;

namespace WorldModel.Learning;

/// <summary>What is said about each unknown in the end.</summary>
/// <param name="Unknowns">The unknowns.</param>
/// <param name="Values">Their most likely values.</param>
/// <param name="Answers">Values of all searches that fit about as well, a row each; the best is among them.</param>
/// <param name="Reach">Standard errors that a 90 % interval reaches to either side.</param>
internal sealed record Verdicts(IReadOnlyList<Unknown> Unknowns, double[] Values, double[][] Answers, double Reach)
{
    private const double Near = 1e-3; // of the range: this close to a bound counts as there

    internal IReadOnlyList<Estimate> Of(Identifiability found) => [.. Unknowns.Select((_, i) => Of(found, i))];

    private Estimate Of(Identifiability found, int i)
    {
        var (unknown, value, error) = (Unknowns[i], Values[i], found.StandardError(i));
        var half = Reach * error;
        var reason = found.Reason(i) ?? Weakness(found, i, half);
        var verdict = reason ?? Ambiguity(i, error) ?? AtBound(i) ?? (found.Companion(i) is { } companion ? $"determined, together with {companion}" : "determined");
        return reason is null
            ? new(unknown, value, error, Math.Max(unknown.Lower, value - half), Math.Min(unknown.Upper, value + half), IsDetermined: true, verdict)
            : new(unknown, value, error, unknown.Lower, unknown.Upper, IsDetermined: false, verdict);
    }

    // The readings must tell more than the bounds did.
    private string? Weakness(Identifiability found, int i, double half) => 2 * half < Unknowns[i].Range ? null
        : found.Companion(i) is { } companion ? $"not determined: only together with {companion}"
        : "not determined: the readings are too few or too noisy to tell more than its bounds";

    private string? AtBound(int i) =>
        Values[i] - Unknowns[i].Lower < Near * Unknowns[i].Range ? "at its lower bound"
        : Unknowns[i].Upper - Values[i] < Near * Unknowns[i].Range ? "at its upper bound" : null;

    private string? Ambiguity(int i, double error)
    {
        var apart = Math.Max(4 * error, 0.05 * Unknowns[i].Range);
        var other = Answers.Select(answer => answer[i]).Where(answer => Math.Abs(answer - Values[i]) > apart).Cast<double?>().FirstOrDefault();
        return other is { } value ? string.Create(CultureInfo.InvariantCulture, $"ambiguous: {value:g4} fits as well") : null;
    }
}
