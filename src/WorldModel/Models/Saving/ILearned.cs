namespace WorldModel.Models;

/// <summary>
/// A learned model that a file can hold: a TorchSharp module whose parameters and buffers, together with its blueprint,
/// say all there is to say.
/// </summary>
public interface ILearned : IDynamics
{
    /// <summary>What it takes to build the same model with other numbers in it.</summary>
    Blueprint Blueprint { get; }
}
