using System.Globalization;
using System.Text.RegularExpressions;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>A line of what a cell said.</summary>
/// <param name="Text">The line.</param>
/// <param name="Kind">What of it has to be the same.</param>
/// <param name="Tolerance">How far its numbers may move, where it says so itself (relative).</param>
internal sealed partial record SaidLine(string Text, LineKind Kind, double? Tolerance = null)
{
    /// <summary>The line without its tolerance; taken apart when asked for, because a cell may print very many.</summary>
    public NumberedText Body => NumberedText.Of(Measured().Replace(Text, ""));

    public bool IsCheck => Text.StartsWith('✓');

    /// <summary>All lines of a cell's outputs; without blank ones and a training's progress, whose epochs tell no result.</summary>
    public static IReadOnlyList<SaidLine> Of(IEnumerable<Output> outputs) => [.. outputs.SelectMany(Of)];

    private static IEnumerable<SaidLine> Of(Output output) => output switch
    {
        StreamOutput { Name: "stdout" } stream => Lines(stream.Text).Where(line => !Progress().IsMatch(line)).Select(Printed),
        DataOutput data when data.Data.TryGetValue("text/plain", out var plain) => Lines(plain)
            .Select(line => new SaidLine(line, data.Data.ContainsKey("text/html") && Chart().IsMatch(plain) ? LineKind.Description : LineKind.Text)),
        _ => [],
    };

    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));

    private static SaidLine Printed(string line) => Measured().Match(line) is { Success: true } measured
        ? new SaidLine(line, LineKind.Measured, double.Parse(measured.Groups["percent"].Value, CultureInfo.InvariantCulture) / 100)
        : new SaidLine(line, Checked().IsMatch(line) ? LineKind.Claim : LineKind.Text);

    [GeneratedRegex(@"^(epoch +\d+/|stopped after epoch |done; kept epoch )")]
    private static partial Regex Progress();

    [GeneratedRegex(@"^  measured \(± (?<percent>\d+(\.\d+)?(e-\d+)?) %\): ")]
    private static partial Regex Measured();

    [GeneratedRegex(@"^(✓ |  checked: )")]
    private static partial Regex Checked();

    [GeneratedRegex(@"^\[(3-D )?[a-z ]+\] ")]
    private static partial Regex Chart();
}
