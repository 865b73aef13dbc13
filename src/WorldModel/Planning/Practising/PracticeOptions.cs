using WorldModel.Learning;

namespace WorldModel.Planning;

/// <summary>How to practise.</summary>
/// <param name="Steps">Steps of a trial at most.</param>
/// <param name="RandomSteps">Steps with random actions before the first model; as many trials as it takes.</param>
/// <param name="Members">Networks; their mean costs count, and their disagreement with <paramref name="RiskAversion"/>.</param>
/// <param name="Width">Units of each of a network's two hidden layers.</param>
/// <param name="RiskAversion">What a standard deviation between the networks costs.</param>
public sealed record PracticeOptions(int Steps = 200, int RandomSteps = 200, int Members = 5, int Width = 64, double RiskAversion = 0)
{
    /// <summary>The first training, on the random trials.</summary>
    public FitOptions First { get; init; } = new(Epochs: 60, LearningRate: 2e-3) { WeightDecay = 0.01 };

    /// <summary>The training after each later trial; it begins with the weights of before.</summary>
    public FitOptions Then { get; init; } = new(Epochs: 20, LearningRate: 2e-3) { WeightDecay = 0.01 };

    /// <summary>
    /// A file that holds all that was practised (safetensors), written after each trial. A program that was broken off at
    /// any moment and does the same again from its start goes on from there and ends as if nothing had happened. null for none.
    /// </summary>
    public string? File { get; init; }

    /// <summary>Refuses options with which nothing can be practised.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RandomSteps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Members);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width);
        if ((First.Checkpoint ?? Then.Checkpoint) is not null)
        {
            throw new ArgumentException("the trainings of a practice have no checkpoint of their own: name a File of the practice instead");
        }
    }
}
