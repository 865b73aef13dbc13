namespace WorldModel.Planning;

/// <summary>Refuses sizes with which nothing can be searched.</summary>
internal static class Sampling
{
    internal static void Require(int horizon, int candidates, int elites, int iterations)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(candidates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elites);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
        if (elites > candidates)
        {
            throw new ArgumentException($"there are {elites} elites among {candidates} candidates: there must be at least as many candidates");
        }
    }
}
