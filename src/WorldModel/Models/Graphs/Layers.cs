using TorchSharp.Modules;

namespace WorldModel.Models;

/// <summary>A small network with its own scale of inputs.</summary>
internal sealed class Layers : nn.Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Tensor mean;
    private readonly Tensor deviation;

    internal Layers(int inputs, int width, int depth, int outputs) : base(nameof(Layers))
    {
        (mean, deviation) = (zeros(inputs), ones(inputs));
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        net = nn.Sequential(HiddenLayers.Of(inputs, (width, depth), outputs));
        RegisterComponents();
    }

    /// <summary>Numbers [E, O] from numbers [E, I].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return net.call((input - mean) / deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Sets the scale of the inputs to that of a sample [E, I]; of none, it stays.</summary>
    internal void Learn(Tensor sample)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        if (sample.shape[0] > 1)
        {
            mean.copy_(sample.mean([0]));
            deviation.copy_(sample.std(0, unbiased: false).clamp_min(1e-4));
        }
    }
}
