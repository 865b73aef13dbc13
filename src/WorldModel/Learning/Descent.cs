using TorchSharp.Modules;
using WorldModel.Kernels;

namespace WorldModel.Learning;

/// <summary>Steps of Adam against the gradients, by the fastest way that the parameters allow. Between two steps all gradients are zero.</summary>
internal sealed class Descent : IDisposable, IStepMemory
{
    private readonly Parameter[] parameters;
    private readonly FitOptions options;
    private readonly FusedAdam? fused;
    private readonly Adam? general;

    internal Descent(Parameter[] parameters, FitOptions options)
    {
        (this.parameters, this.options) = (parameters, options);
        Clear(); // of what earlier work left, such as a training that was broken off
        if (FusedAdam.Fits(parameters))
        {
            fused = new(parameters, options.LearningRate, options.WeightDecay);
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

        var rate = options.LearningRateIn(epoch);
        Decay(rate * options.WeightDecay);
        general!.ParamGroups.First().LearningRate = rate;
        general.step();
        Clear();
    }

    /// <inheritdoc />
    public IEnumerable<(string Name, Tensor Value)> Remember() =>
        fused is not null ? fused.Memory.Copy() : States().SelectMany((state, i) => new (string, Tensor)[]
        {
            ($"adam.updates.{i}", tensor(state.step)), ($"adam.first.{i}", state.exp_avg.clone()), ($"adam.second.{i}", state.exp_avg_sq.clone()),
        });

    /// <inheritdoc />
    public void Recall(IReadOnlyDictionary<string, Tensor> copies)
    {
        fused?.Memory.Restore(copies);
        using var noGradient = no_grad();
        foreach (var (i, state) in fused is null ? States().Index() : [])
        {
            state.step = copies[$"adam.updates.{i}"].item<long>();
            state.exp_avg.copy_(copies[$"adam.first.{i}"]);
            state.exp_avg_sq.copy_(copies[$"adam.second.{i}"]);
        }
    }

    public void Dispose()
    {
        fused?.Dispose();
        general?.Dispose();
    }

    private IEnumerable<Adam.State> States() => general!.state_dict().State.Cast<Adam.State>();

    private void Decay(double share)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        foreach (var parameter in share > 0 ? parameters : [])
        {
            parameter.mul_(1 - share);
        }
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
