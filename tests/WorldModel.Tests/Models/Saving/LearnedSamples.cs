using WorldModel.Data;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Saving;

/// <summary>A model of each kind that files hold, with runs that it can predict. A new kind needs one more line.</summary>
internal static class LearnedSamples
{
    private static readonly Dictionary<string, Func<(int Size, int Depth), Trajectories, (ILearned, Trajectories)>> Makers = new()
    {
        [nameof(AutoregressiveMlp)] = (shape, runs) => (AutoregressiveMlp.For(Still(runs), frames: 3, shape.Size, shape.Depth), Stacked(runs)),
        [nameof(Ensemble)] = (shape, runs) => (Ensemble.For(runs, members: 3, shape.Size, shape.Depth), runs),
        [nameof(GraphNet)] = (shape, runs) => (Graph(Pairs(runs), new(Width: shape.Size, Depth: shape.Depth, IsSymmetric: shape.Depth > 1, Room: new(4, 4))), Pairs(runs)),
        [nameof(HamiltonianNet)] = (shape, runs) => (HamiltonianNet.For(runs, shape.Size, isSeparable: shape.Depth > 1), runs),
        [nameof(LagrangianNet)] = (shape, runs) => (LagrangianNet.For(runs, shape.Size), runs),
        [nameof(NeuralOde)] = (shape, runs) => (NeuralOde.For(runs, shape.Size, substeps: shape.Depth), runs),
        [nameof(ResidualMlp)] = (shape, runs) => (ResidualMlp.For(runs, shape.Size, shape.Depth), runs),
    };

    internal static IEnumerable<string> Kinds => Makers.Keys;

    /// <summary>An untrained model and runs for it.</summary>
    internal static (ILearned Model, Trajectories Runs) Make(string kind, int size = 8, int depth = 2, ScalarType type = ScalarType.Float32) =>
        Makers[kind]((size, depth), Swings(type));

    private static GraphNet Graph(Trajectories pairs, GraphOptions options)
    {
        var model = GraphNet.For(pairs, options);
        model.to(pairs.States.dtype);
        return model;
    }

    private static Trajectories Stacked(Trajectories runs) => Still(runs).Stack(3);

    // Two objects that go their ways.
    private static Trajectories Pairs(Trajectories runs)
    {
        var crowd = new Crowd(2).State;
        var states = cat([.. Enumerable.Repeat(runs.States, 4), runs.States.abs() + 0.5, runs.States.abs() + 0.5], -1);
        return new(crowd, Space.None, states, zeros([6, 20, 0], states.dtype), runs.Dt);
    }

    private static Trajectories Swings(ScalarType type)
    {
        var swings = new Simulated(new Pendulum(), 0.05).Run(randn([6, 2], type, generator: new Generator(1)), randn([6, 20, 1], type, generator: new Generator(2)));
        return new(new(new("angle θ \"1\"", "rad"), new("speed", "rad/s")), swings.Action, swings.States, swings.Actions, swings.Dt);
    }

    private static Trajectories Still(Trajectories runs) => new(runs.State, Space.None, runs.States, zeros([6, 20, 0], runs.States.dtype), runs.Dt);
}
