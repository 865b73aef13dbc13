using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>Options that several commands share, each with its own default.</summary>
internal sealed class MeasuringOptions
{
    private const string DefaultFolder = "artifacts/benchmarks";

    internal MeasuringOptions(double seconds = 0.3, int rounds = 5)
    {
        Seconds = new("--seconds") { Description = "Seconds of each measurement, in blocks of 30 ms.", DefaultValueFactory = _ => seconds, HelpName = "seconds" };
        Rounds = new("--rounds") { Description = "How often everything is measured; the best block counts.", DefaultValueFactory = _ => rounds };
        Seconds.Validators.Add(result => AtLeast(result, 0.001, 3600));
        Rounds.Validators.Add(result => AtLeast(result, 1, 1000));
    }

    internal Option<double> Seconds { get; }

    internal Option<int> Rounds { get; }

    internal Option<string?> Only { get; } = new("--only") { Description = "Only what has this in its name; * and ? stand for any letters.", HelpName = "pattern" };

    internal Option<string> Output { get; } = new("--output") { Description = "Folder of the reports.", DefaultValueFactory = _ => DefaultFolder, HelpName = "folder" };

    /// <summary>Refuses numbers outside a range, and leaves what is no number to the parser.</summary>
    internal static void AtLeast(OptionResult result, double least, double most)
    {
        foreach (var token in result.Tokens)
        {
            if (double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !(value >= least && value <= most))
            {
                result.AddError(FormattableString.Invariant($"{result.Option.Name} must lie in {least} to {most}, and is {value}."));
            }
        }
    }
}
