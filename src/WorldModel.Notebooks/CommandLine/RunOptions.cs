using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>What to run and how.</summary>
internal sealed record RunOptions
{
    public const string DefaultOutput = "artifacts/site";

    /// <summary>Files, folders and globs; none means the course's own folder.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public required int Jobs { get; init; }

    /// <summary>Longest time of a cell [s].</summary>
    public required double Timeout { get; init; }

    /// <summary>The site's folder.</summary>
    public required string Output { get; init; }

    /// <summary>Whether outputs are saved into the notebooks.</summary>
    public required bool Write { get; init; }

    /// <summary>Whether charts get pictures that plotly.js draws in a browser.</summary>
    public bool Pictures { get; init; }

    /// <summary>The browser's program; null: the one that is installed.</summary>
    public string? Browser { get; init; }

    /// <summary>Whether notebooks run that have not changed since they last passed.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether to stay and run again what changes.</summary>
    public bool Watch { get; init; }

    /// <summary>Which notebooks, or which of their cells; null: all.</summary>
    public CellFilter? Filter { get; init; }

    /// <summary>The file of the report for continuous integration; null: none.</summary>
    public string? JUnit { get; init; }

    /// <summary>Where pages link to on GitHub, if that is known.</summary>
    public GitHubRepository? Repository { get; init; }
}
