using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Kernels;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>What the calls work on.</summary>
internal sealed class LeakSamples
{
    internal LeakSamples(ScalarType type)
    {
        Seed.Set(1);
        (State, Action) = (randn([6, 2], type), randn([6, 1], type));
        (Rowing, Here) = (randn([6, 8], type), randn([1, 2], type));
        Torques = randn([6, 5, 1], type);
        Swings = World.Run(State, Torques);
        Throws = new(Apple.State, Space.None, new Simulated(Apple, 0.05).Run(randn([6, 6], type).abs(), 5).States, zeros([6, 5, 0], type), 0.05);
        Start = Throws.Initial;
        Model = ResidualMlp.For(Swings, width: 8);
        Pieces = Windows.Cut(Swings, 1);
        (Long, Hybrid) = (World.Run(State, randn([6, 9, 1], type)), HybridTwin.For(Pendulum, Swings, ["angle"], width: 8));
        Futures = randn([3, 6, 6, 2], type);
        Stacked = Throws.Stack(2);
        Stack = Stacked.Initial;
        Pair = cat([randn([6, 8], type), randn([6, 4], type).abs() + 0.1], dim: 1);
        Pairs = new(new Crowd(2).State, Space.None, stack([Pair, Pair, Pair], dim: 1), zeros([6, 2, 0], type), 0.05);
        Graph = GraphNet.For(Pairs, new(Width: 8));
        Graph.to(type);
        (Recall, Drawer) = (new(Throws, 2), AutoregressiveMlp.For(Throws, 2, width: 8));
        (Field, Energetic, Massive) = (NeuralOde.For(Swings, width: 8), HamiltonianNet.For(Swings, 8, isSeparable: true, Integrators.Leapfrog), LagrangianNet.For(Swings, width: 8));
        Scaler = Scaler.Fit(Swings.States);
        Weights = new(randn([2, 2], type));
        Weights.square().sum().backward();
        Small = new(ones(3));
        Small.sum().backward();
        Adam = new([Small]);
    }

    internal Tensor State { get; }

    internal Tensor Action { get; }

    /// <summary>One state, to plan from.</summary>
    internal Tensor Here { get; }

    /// <summary>States of a boat.</summary>
    internal Tensor Rowing { get; }

    internal Tensor Torques { get; }

    internal Pendulum Pendulum { get; } = new();

    internal Apple Apple { get; } = new();

    internal Simulated World => new(Pendulum, 0.05);

    internal Trajectories Swings { get; }

    internal Trajectories Throws { get; }

    /// <summary>First states of the throws.</summary>
    internal Tensor Start { get; }

    internal ResidualMlp Model { get; }

    internal Windows Pieces { get; }

    /// <summary>Longer swings.</summary>
    internal Trajectories Long { get; }

    internal HybridTwin Hybrid { get; }

    /// <summary>Three sampled futures of the swings.</summary>
    internal Tensor Futures { get; }

    /// <summary>States of two objects.</summary>
    internal Tensor Pair { get; }

    internal Trajectories Pairs { get; }

    internal GraphNet Graph { get; }

    /// <summary>The throws with two frames stacked.</summary>
    internal Trajectories Stacked { get; }

    /// <summary>First stacks of the throws.</summary>
    internal Tensor Stack { get; }

    internal NearestHistory Recall { get; }

    internal AutoregressiveMlp Drawer { get; }

    internal NeuralOde Field { get; }

    internal HamiltonianNet Energetic { get; }

    internal LagrangianNet Massive { get; }

    internal Scaler Scaler { get; }

    internal Parameter Weights { get; }

    internal Parameter Small { get; }

    internal FusedAdam Adam { get; }

    internal Tensor Loss(Windows batch) => (batch.Initial.matmul(Weights) - batch.Targets.select(1, 0)).square().mean();
}
