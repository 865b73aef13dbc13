namespace WorldModel.Benchmarks.Hamiltonian;

/// <summary>How networks are trained: Adam at 1e-3 as published, but along a half cosine and without weight decay.</summary>
/// <param name="Steps">Full-batch steps; the paper has 2000.</param>
/// <param name="Width">Units of each of two layers; the paper has 200.</param>
internal sealed record HamiltonianSettings(int Steps, int Width);
