using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>What to run and how.</summary>
internal sealed record RunOptions
{
    /// <summary>Files, folders and globs; none means the course's own folder.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public required int Jobs { get; init; }

    /// <summary>Longest time of a cell [s].</summary>
    public required double Timeout { get; init; }

    /// <summary>The site's folder.</summary>
    public required string Output { get; init; }

    /// <summary>Whether outputs are saved into the notebooks.</summary>
    public required bool Write { get; init; }

    /// <summary>Where pages link to on GitHub, if that is known.</summary>
    public GitHubRepository? Repository { get; init; }
}
