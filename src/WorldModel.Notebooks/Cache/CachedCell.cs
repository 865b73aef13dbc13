using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Cache;

/// <summary>What one code cell left; <paramref name="Number"/> is the one it had then.</summary>
internal sealed record CachedCell(int Number, double Seconds, IReadOnlyList<Output> Outputs, IReadOnlyList<string> Notes);
