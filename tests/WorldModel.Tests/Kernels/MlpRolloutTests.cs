using CsCheck;
using TorchSharp;
using TorchSharp.Modules;
using WorldModel.Kernels;
using static TorchSharp.torch;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class MlpRolloutTests
{
    private static readonly Gen<(SimdWidth Width, int Runs, int Steps, int Stride, int Seed)> Cases =
        Gen.Select(Gen.Enum<SimdWidth>(), Gen.Int[0, 150], Gen.Int[0, 12], Gen.Int[1, 3], Gen.Int[0, 1000]);

    [Fact]
    public void A_rollout_is_TorchSharps_at_every_width_batch_and_stride() => Cases.Sample(
        at =>
        {
            Seed.Set(at.Seed);
            using var scope = NewDisposeScope();
            var problem = new Problem(networks: 2);
            using var weights = problem.Weights();
            using var rollout = new MlpRollout(problem.Map, weights, MlpPass.Of(at.Width));
            var (initial, actions) = (randn(at.Runs, 3), randn(at.Runs, at.Steps, 2));
            var found = problem.Run(rollout, initial, actions, at.Stride);
            var expected = stack(problem.Networks.Select(network => problem.Expected(network, initial, actions, at.Stride)), 0);
            return found.shape.SequenceEqual(expected.shape) && (at.Runs == 0 || (found - expected).abs().max().item<float>() < 1e-4);
        }, iter: 60, threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Back_propagation_through_a_rollout_is_TorchSharps(int steps)
    {
        Seed.Set(steps);
        using var scope = NewDisposeScope();
        var problem = new Problem(networks: 1);
        using var weights = problem.Weights();
        var (states, actions) = (randn(75, steps + 1, 3), randn(75, steps, 2));
        using var pinnedStates = Networks.Pinned(states);
        using var pinnedActions = Networks.Pinned(actions);
        var objective = new RolloutObjective(problem.Map, steps);
        objective.Show(new(pinnedStates.Pointer, (steps + 1) * 3), new(pinnedActions.Pointer, steps * 2), 75);
        using var gradient = new MlpGradient(weights, [objective], MlpPass.Chosen);
        var loss = gradient.Compute()[0];
        gradient.Sum(0, 0, weights.Shape.Count);

        var network = problem.Networks[0];
        var imagined = problem.Expected(network, states.select(1, 0), actions, stride: 1);
        var expected = ((imagined - states).narrow(1, 1, steps) / problem.Changes).square().mean();
        expected.backward();
        var found = network.Numbers().Select(parameter => zeros_like(parameter.detach())).ToList();
        weights.Save(gradient.Of(0, 0), found);
        var scale = network.Numbers().Max(parameter => parameter.grad!.abs().max().item<float>());
        Assert.Equal(expected.item<float>(), loss, 1e-4 * loss);
        Assert.True(Networks.Farthest(network.Numbers().Select(parameter => parameter.grad!), found) < 1e-5 * scale);
    }

    /// <summary>Networks of changes with scales that are not 1.</summary>
    private sealed class Problem
    {
        private readonly Tensor mean = randn(5);
        private readonly Tensor deviation = rand(5) + 0.5f;

        internal Problem(int networks)
        {
            Networks = [.. Enumerable.Range(0, networks).Select(_ => Tests.Kernels.Networks.Of(Activation.Silu, 5, 19, 19, 3))];
            Map = new(
                new(Activation.Silu, 5, 19, 19, 3), mean.data<float>().ToArray(), deviation.reciprocal().data<float>().ToArray(), Changes.data<float>().ToArray());
        }

        internal Sequential[] Networks { get; }

        internal ResidualMap Map { get; }

        internal Tensor Changes { get; } = 0.1f * (rand(3) + 0.5f);

        internal MlpWeights Weights()
        {
            var weights = new MlpWeights(Map.Shape, Networks.Length);
            for (var network = 0; network < Networks.Length; network++)
            {
                weights.Load(network, Networks[network].Numbers());
            }

            return weights;
        }

        internal Tensor Run(MlpRollout rollout, Tensor initial, Tensor actions, int stride)
        {
            var (runs, steps) = ((int)initial.shape[0], (int)actions.shape[1]);
            var states = zeros(Networks.Length, runs, steps + 1, 3);
            fixed (byte* from = initial.bytes, held = actions.bytes, to = states.bytes)
            {
                rollout.Run(new RolloutTask((float*)from, (float*)held, (float*)to, (runs, steps, stride)));
            }

            return states;
        }

        internal Tensor Expected(Sequential network, Tensor initial, Tensor actions, int stride)
        {
            List<Tensor> states = [initial];
            for (var step = 0; step < actions.shape[1]; step++)
            {
                var state = states[^1];
                for (var held = 0; held < stride; held++)
                {
                    state = state + Changes * network.call((cat([state, actions.select(1, step)], 1) - mean) / deviation);
                }

                states.Add(state);
            }

            return stack(states, 1);
        }
    }
}
