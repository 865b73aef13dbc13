using System.Globalization;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Rendering;

/// <summary>How a notebook's run went, as far as it is known.</summary>
internal static class RunFacts
{
    public static IEnumerable<RunFact> Of(NotebookEntry entry)
    {
        var result = entry.Result;
        yield return new RunFact("Checks passed", entry.Checks.ToString(CultureInfo.InvariantCulture));
        yield return new RunFact("Run time", Wording.Seconds(result.Duration));
        if (result.PeakMemory > 0)
        {
            yield return new RunFact("Peak memory", Wording.Megabytes(result.PeakMemory));
        }

        if (result.RanAt is { } moment)
        {
            yield return new RunFact("Run", Date(moment.ToUniversalTime()));
        }
    }

    private static string Date(DateTimeOffset moment) => string.Create(
        CultureInfo.InvariantCulture,
        $"<time datetime=\"{moment:yyyy-MM-dd'T'HH:mm:ss'Z'}\" title=\"{moment:HH:mm} UTC\">{moment:d MMM yyyy}</time>");
}
