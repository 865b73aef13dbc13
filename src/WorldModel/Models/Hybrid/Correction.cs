using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// A small network for the one place that a law leaves open, such as how drag grows with speed: scale · net(scaled inputs).
/// It starts at zero, so an untrained law is the law. What it is allowed to see is what physics says that the gap depends on.
/// </summary>
public sealed class Correction : nn.Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor scale;

    private Correction(Scaler inputs, Tensor scale, (int Width, int Depth) size) : base(nameof(Correction))
    {
        (mean, deviation, this.scale) = (inputs.Mean, inputs.Deviation, scale);
        net = nn.Sequential(HiddenLayers.Of((int)mean.shape[0], size, (int)scale.shape[0], share: 0));
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(scale), scale);
        RegisterComponents();
    }

    /// <summary>An untrained network for inputs like these.</summary>
    /// <param name="inputs">Examples of what it will see [..., F]; they set the scale of its inputs.</param>
    /// <param name="scale">What counts as one unit of each output [K], in the law's units: the size of what may be missing.</param>
    /// <param name="width">Units a hidden layer.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <exception cref="ArgumentException">There is no finite example, or the scale is no vector of numbers above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Width or depth is not positive.</exception>
    public static Correction For(Tensor inputs, Tensor scale, int width = 16, int depth = 1)
    {
        TorchLibrary.EnsureLoaded();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        using var scope = NewDisposeScope();
        if (scale.dim() != 1 || !scale.isfinite().logical_and(scale > 0).all().item<bool>())
        {
            throw new ArgumentException($"the scale is a number above 0 for each output, and is [{string.Join(", ", scale.shape)}]: {scale.str()}", nameof(scale));
        }

        Correction correction = new(Scaler.Fit(inputs), scale.detach().clone(), (width, depth));
        correction.to(inputs.device).to(inputs.dtype);
        foreach (var kept in correction.parameters().Concat(correction.buffers()))
        {
            kept.DetachFromDisposeScope();
        }

        return correction;
    }

    /// <summary>What to add to the law [..., K] where the inputs are [..., F].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return (Output(input) * scale).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Mean square of what it adds at these inputs, in units of its scale: added to the loss with a small weight, it leaves to
    /// the law what the law can explain.
    /// </summary>
    /// <param name="inputs">Inputs [..., F].</param>
    public Tensor Size(Tensor inputs)
    {
        using var scope = NewDisposeScope();
        return Output(inputs).square().mean().MoveToOuterDisposeScope();
    }

    private Tensor Output(Tensor inputs) => net.call((inputs - mean) / deviation);
}
