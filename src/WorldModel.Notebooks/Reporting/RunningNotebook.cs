using System.Diagnostics;

namespace WorldModel.Notebooks.Reporting;

/// <summary>A notebook that is running now, as the live line shows it.</summary>
internal sealed class RunningNotebook(string name, TimeSpan? expected)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>The cell it is in.</summary>
    public string Heading { get; set; } = name;

    public override string ToString() => $"{Heading}  {Wording.WholeSeconds(_clock.Elapsed)}{(expected is { } whole ? $" of about {Wording.WholeSeconds(whole)}" : "")}";
}
