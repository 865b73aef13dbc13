using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Saving;

/// <summary>A model of each kind that files hold, with runs that it can predict. A new kind needs one more line.</summary>
internal static class LearnedSamples
{
    private static readonly Dictionary<string, Func<(int Size, int Depth), Trajectories, ILearned>> Makers = new()
    {
        [nameof(AutoregressiveMlp)] = (shape, runs) => AutoregressiveMlp.For(Frames(runs), frames: 3, shape.Size, shape.Depth),
        [nameof(ResidualMlp)] = (shape, runs) => ResidualMlp.For(runs, shape.Size, shape.Depth),
    };

    internal static IEnumerable<string> Kinds => Makers.Keys;

    /// <summary>An untrained model and runs for it.</summary>
    internal static (ILearned Model, Trajectories Runs) Make(string kind, int size = 8, int depth = 2, ScalarType type = ScalarType.Float32)
    {
        var runs = Swings(type);
        var model = Makers[kind]((size, depth), runs);
        return (model, model.Action.Size > 0 ? runs : new(model.State, model.Action, cat([.. Enumerable.Repeat(runs.States, model.State.Size / 2)], -1), zeros([6, 20, 0], type), runs.Dt));
    }

    private static Trajectories Swings(ScalarType type)
    {
        var swings = new Simulated(new Pendulum(), 0.05).Run(randn([6, 2], type, generator: new Generator(1)), randn([6, 20, 1], type, generator: new Generator(2)));
        return new(new(new("angle θ \"1\"", "rad"), new("speed", "rad/s")), swings.Action, swings.States, swings.Actions, swings.Dt);
    }

    private static Trajectories Frames(Trajectories runs) => new(runs.State, Space.None, runs.States, zeros([6, 20, 0], runs.States.dtype), runs.Dt);
}
