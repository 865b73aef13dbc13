using WorldModel.Learning;
using WorldModel.Planning;

namespace WorldModel.Tests.Planning;

/// <summary>A small practice: to bring a mass to rest at the origin by pushing it.</summary>
internal static class Pushing
{
    internal static readonly Cem Planner = new(8, 40, 6, 2);

    internal static PracticeTask Task { get; } = new(
        new PointMass(), () => tensor(new[] { 1f, 0f }).view(1, 2) + 0.1f * randn(1, 2), PointMass.Cost, ActionLimits.Of((-3, 3)), run => -PointMass.Cost(run).ToDouble());

    internal static PracticeOptions Options { get; } = new(Steps: 25, RandomSteps: 40, Members: 2, Width: 8)
    {
        First = new(Epochs: 200, BatchSize: 16, LearningRate: 1e-2),
        Then = new(Epochs: 20, BatchSize: 16, LearningRate: 5e-3),
    };

    internal static Practice Begin(int seed, PracticeTask? task = null, string? file = null)
    {
        Seed.Set(seed);
        return new(task ?? Task, Planner, Options with { File = file });
    }

    internal static Practice Practise(this Practice practice, int trials)
    {
        while (practice.Rows.Count < trials)
        {
            practice.Next();
        }

        return practice;
    }
}
