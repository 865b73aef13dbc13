using TorchSharp;
using TorchSharp.Modules;
using WorldModel.Kernels;
using static TorchSharp.torch;

namespace WorldModel.Tests.Kernels;

/// <summary>The same network, data and loss on both sides.</summary>
internal sealed unsafe class MlpFight : IDisposable
{
    private readonly MlpLoss loss;
    private readonly Tensor inputs;
    private readonly Tensor targets;
    private readonly NativeFloats pinnedTargets;

    internal MlpFight(MlpLoss loss, Activation activation, int[] sizes, int batch, SimdWidth width)
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
