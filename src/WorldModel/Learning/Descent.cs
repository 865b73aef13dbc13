using TorchSharp.Modules;
using WorldModel.Kernels;

namespace WorldModel.Learning;

/// <summary>Steps of Adam against the gradients, by the fastest way that the parameters allow. Between two steps all gradients are zero.</summary>
internal sealed class Descent : IDisposable
{
    private readonly Parameter[] parameters;
    private readonly FitOptions options;
    private readonly FusedAdam? fused;
    private readonly optim.Optimizer? general;

    internal Descent(Parameter[] parameters, FitOptions options)
    {
        (this.parameters, this.options) = (parameters, options);
        Clear(); // of what earlier work left, such as a training that was broken off
        if (FusedAdam.Fits(parameters))
        {
            fused = new(parameters, options.LearningRate);
        }
        else
        {
            general = optim.Adam(parameters, options.LearningRate, beta1: 0.9, beta2: 0.999, eps: 1e-8);
        }
    }

    /// <summary>Changes the parameters by their gradients, clipped where that is asked, and clears these.</summary>
    /// <param name="epoch">Sets the rate.</param>
    internal void Step(int epoch)
    {
        if (options.ClipNorm > 0)
        {
            nn.utils.clip_grad_norm_(parameters, options.ClipNorm);
        }

        if (fused is not null)
        {
            fused.LearningRate = options.LearningRateIn(epoch);
            fused.Step();
            return;
        }

        general!.ParamGroups.First().LearningRate = options.LearningRateIn(epoch);
        general.step();
        Clear();
    }

    public void Dispose()
    {
        fused?.Dispose();
        general?.Dispose();
    }

    private void Clear()
    {
        using var scope = NewDisposeScope();
        foreach (var parameter in parameters)
        {
            parameter.grad?.zero_();
        }
    }
}
