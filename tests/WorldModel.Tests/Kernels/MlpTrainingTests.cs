using CsCheck;
using TorchSharp;
using TorchSharp.Modules;
using WorldModel.Kernels;
using static TorchSharp.torch;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class MlpTrainingTests
{
    private static readonly Gen<(SimdWidth Width, MlpLoss Loss, Activation Activation, int[] Sizes, int Batch, int Seed)> Cases = Gen.Select(
        Gen.Enum<SimdWidth>(), Gen.Enum<MlpLoss>(), Gen.OneOf(Activation.Silu, Activation.Tanh, Activation.Relu), Gen.Int[1, 40].Array[2, 5], Gen.Int[1, 200], Gen.Int[0, 1000])
        .Select((width, loss, activation, sizes, batch, seed) => (width, loss, activation, loss == MlpLoss.GaussianLikelihood ? [.. sizes[..^1], sizes[^1] * 2] : sizes, batch, seed));

    [Fact]
    public void Gradients_are_TorchSharps_at_every_width_size_and_batch() => Cases.Sample(AgreesInOneUpdate, iter: 60, threads: 1);

    [Theory]
    [InlineData(MlpLoss.SquaredError, 1e-5)]
    [InlineData(MlpLoss.GaussianLikelihood, 2e-4)] // e⁻ˢ magnifies the last bits; another decay of Adam's would be 100 times farther
    public void Two_hundred_updates_end_where_TorchSharps_end(object loss, double within)
    {
        Seed.Set(1);
        using var scope = NewDisposeScope();
        using var fight = new Fight((MlpLoss)loss, Activation.Silu, [5, 33, 20, 6], batch: 70, SimdWidths.Chosen);
        var theirs = optim.Adam(fight.Network.parameters(), 1e-3, beta2: 0.999);
        for (var update = 0; update < 200; update++)
        {
            Assert.Equal(fight.StepTheirs(theirs), fight.Training.Step()[0], 1e-4);
        }

        Assert.True(fight.Farthest() < within, $"{fight.Farthest()}");
    }

    [Fact]
    public void Long_gradients_are_clipped_as_TorchSharp_clips_them()
    {
        Seed.Set(2);
        using var scope = NewDisposeScope();
        using var fight = new Fight(MlpLoss.SquaredError, Activation.Tanh, [4, 16, 3], batch: 300, SimdWidths.Chosen);
        fight.Training.ClipNorm = 0.01;
        var theirs = optim.Adam(fight.Network.parameters(), 1e-3, beta2: 0.999);
        for (var update = 0; update < 20; update++)
        {
            fight.StepTheirs(theirs, clipNorm: 0.01);
            fight.Training.Step();
        }

        Assert.True(fight.Farthest() < 1e-5, $"{fight.Farthest()}");
    }

    [Fact]
    public void An_ensemble_trained_at_once_is_each_network_trained_alone()
    {
        Seed.Set(3);
        using var scope = NewDisposeScope();
        var shape = new MlpShape(Activation.Silu, 3, 17, 2);
        var networks = Enumerable.Range(0, 5).Select(_ => Networks.Of(Activation.Silu, 3, 17, 2)).ToArray();
        var (inputs, targets) = (networks.Select(_ => Networks.Pinned(randn(90, 3))).ToArray(), Networks.Pinned(randn(90, 2)));
        using var together = new MlpWeights(shape, 5);
        var objectives = Enumerable.Range(0, 5).Select(network => Supervised(shape, inputs[network], targets)).ToArray();
        using var training = new MlpTraining(together, objectives);
        for (var network = 0; network < 5; network++)
        {
            together.Load(network, networks[network].Numbers());
        }

        Train(training, 10);
        for (var network = 0; network < 5; network++)
        {
            using var alone = new MlpWeights(shape);
            alone.Load(0, networks[network].Numbers());
            using var single = new MlpTraining(alone, [objectives[network]]);
            Train(single, 10);
            Assert.True(new Span<float>(alone.Of(0), (int)shape.Count).SequenceEqual(new Span<float>(together.Of(network), (int)shape.Count)));
        }
    }

    [Fact]
    public void What_fills_a_network_up_stays_zero()
    {
        Seed.Set(4);
        using var scope = NewDisposeScope();
        using var fight = new Fight(MlpLoss.SquaredError, Activation.Tanh, [3, 5, 2], batch: 13, SimdWidths.Chosen);
        Train(fight.Training, 20);
        var numbers = new Span<float>(fight.Weights.Of(0), (int)fight.Weights.Shape.Count).ToArray();
        Assert.Equal((3 * 5) + 5 + (5 * 2) + 2, numbers.Count(number => number != 0));
    }

    [Fact]
    public void A_loss_that_is_not_finite_changes_nothing()
    {
        Seed.Set(5);
        using var scope = NewDisposeScope();
        using var fight = new Fight(MlpLoss.SquaredError, Activation.Silu, [3, 8, 2], batch: 10, SimdWidths.Chosen);
        var before = new Span<float>(fight.Weights.Of(0), (int)fight.Weights.Shape.Count).ToArray();
        fight.Inputs.Pointer[4] = float.NaN;
        Assert.True(double.IsNaN(fight.Training.Step()[0]));
        Assert.Equal(before, new Span<float>(fight.Weights.Of(0), before.Length).ToArray());
        fight.Inputs.Pointer[4] = 0;
        Assert.True(double.IsFinite(fight.Training.Step()[0]));
        Assert.All(new Span<float>(fight.Weights.Of(0), before.Length).ToArray(), number => Assert.True(float.IsFinite(number)));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using var scope = NewDisposeScope();
        using var fight = new Fight(MlpLoss.SquaredError, Activation.Silu, [3, 8, 2], batch: 300, SimdWidths.Chosen);
        Train(fight.Training, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Train(fight.Training, 100);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Parameters_of_another_shape_are_refused()
    {
        using var scope = NewDisposeScope();
        using var weights = new MlpWeights(new(Activation.Silu, 3, 8, 2));
        var wrong = Networks.Of(Activation.Silu, 3, 9, 2).Numbers();
        Assert.Contains("[8, 3]", Assert.Throws<ArgumentException>(() => weights.Load(0, wrong)).Message, StringComparison.Ordinal);
    }

    private static bool AgreesInOneUpdate((SimdWidth Width, MlpLoss Loss, Activation Activation, int[] Sizes, int Batch, int Seed) at)
    {
        Seed.Set(at.Seed);
        using var scope = NewDisposeScope();
        using var fight = new Fight(at.Loss, at.Activation, at.Sizes, at.Batch, at.Width);
        using var gradient = new MlpGradient(fight.Weights, [fight.Objective], MlpPass.Of(at.Width));
        var loss = gradient.Compute()[0];
        gradient.Sum(0, 0, fight.Weights.Shape.Count);
        var found = fight.Network.Numbers().Select(parameter => zeros_like(parameter.detach())).ToList();
        fight.Weights.Save(gradient.Of(0, 0), found);
        var expected = fight.TheirLoss();
        expected.backward();
        var scale = fight.Network.Numbers().Max(parameter => parameter.grad!.abs().max().item<float>());
        return Math.Abs(loss - expected.item<float>()) < 1e-5 * (1 + Math.Abs(loss))
            && Networks.Farthest(fight.Network.Numbers().Select(parameter => parameter.grad!), found) < 1e-5 * (1 + scale);
    }

    private static SupervisedObjective Supervised(MlpShape shape, NativeFloats inputs, NativeFloats targets)
    {
        var objective = new SupervisedObjective(shape, MlpLoss.SquaredError);
        objective.Show(new(inputs.Pointer, shape.Sizes[0]), new(targets.Pointer, shape.Sizes[^1]), (int)(targets.Count / shape.Sizes[^1]));
        return objective;
    }

    private static void Train(MlpTraining training, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            training.Step();
        }
    }

    /// <summary>The same network, data and loss on both sides.</summary>
    private sealed class Fight : IDisposable
    {
        private readonly MlpLoss loss;
        private readonly Tensor inputs;
        private readonly Tensor targets;
        private readonly NativeFloats pinnedTargets;

        internal Fight(MlpLoss loss, Activation activation, int[] sizes, int batch, SimdWidth width)
        {
            this.loss = loss;
            var outputs = loss == MlpLoss.GaussianLikelihood ? sizes[^1] / 2 : sizes[^1];
            (Network, inputs, targets) = (Networks.Of(activation, sizes), randn(batch, sizes[0]), randn(batch, outputs));
            (Inputs, pinnedTargets) = (Networks.Pinned(inputs), Networks.Pinned(targets));
            var shape = new MlpShape(activation, sizes);
            Weights = new(shape);
            Weights.Load(0, Network.Numbers());
            Objective = new SupervisedObjective(shape, loss);
            Objective.Show(new(Inputs.Pointer, sizes[0]), new(pinnedTargets.Pointer, outputs), batch);
            Training = new(Weights, [Objective], MlpPass.Of(width));
        }

        internal Sequential Network { get; }

        internal NativeFloats Inputs { get; }

        internal MlpWeights Weights { get; }

        internal SupervisedObjective Objective { get; }

        internal MlpTraining Training { get; }

        internal Tensor TheirLoss()
        {
            var answer = Network.call(inputs);
            if (loss == MlpLoss.SquaredError)
            {
                return nn.functional.mse_loss(answer, targets);
            }

            var halves = answer.chunk(2, 1);
            return 0.5 * (halves[1] + (halves[0] - targets).square() * (-halves[1]).exp()).mean();
        }

        internal double StepTheirs(optim.Optimizer optimizer, double clipNorm = 0)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var value = TheirLoss();
            value.backward();
            if (clipNorm > 0)
            {
                nn.utils.clip_grad_norm_(Network.parameters(), clipNorm);
            }

            optimizer.step();
            return value.item<float>();
        }

        internal double Farthest()
        {
            var copies = Network.Numbers().Select(parameter => zeros_like(parameter.detach())).ToList();
            Weights.Save(0, copies);
            return Networks.Farthest(Network.Numbers(), copies);
        }

        public void Dispose()
        {
            Training.Dispose();
            Weights.Dispose();
            Inputs.Dispose();
            pinnedTargets.Dispose();
        }
    }
}
