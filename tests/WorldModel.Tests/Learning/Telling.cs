using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

/// <summary>Passes on what a training tells, at once and on its own thread.</summary>
internal sealed class Telling(Action<TrainingProgress> told) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => told(value);
}
