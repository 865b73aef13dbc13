using TorchSharp.Modules;
using WorldModel.Data;

namespace WorldModel.Learning;

/// <summary>One training on any loss, by TorchSharp's gradients.</summary>
internal sealed class LossFit : IDisposable
{
    private readonly Parameter[] parameters;
    private readonly Func<Windows, Tensor> loss;
    private readonly FitOptions options;
    private readonly Windows train;
    private readonly Windows validation;
    private readonly InputNoise? noise;
    private readonly Descent descent;

    internal LossFit(Parameter[] parameters, (Windows Train, Windows Validation) windows, Func<Windows, Tensor> loss, FitOptions options)
    {
        (this.parameters, this.loss, this.options) = (parameters, loss, options);
        (train, validation) = windows;
        if (options.InputNoise > 0)
        {
            train = train with { States = train.States.detach().clone().DetachFromDisposeScope() };
            noise = new(train.States, options.InputNoise);
        }

        descent = new(parameters, options);
    }

    /// <summary>What its steps remember.</summary>
    internal IStepMemory Memory => descent;

    /// <summary>One epoch of updates on batches in random order; returns the mean loss over all windows.</summary>
    internal double Pass(int epoch)
    {
        noise?.Renew();
        var (sum, number) = (0.0, 0);
        foreach (var batch in train.Batches(options.BatchSize))
        {
            using var scope = NewDisposeScope();
            var value = loss(batch.First(options.HorizonIn(epoch, batch.Steps)));
            var found = Finite(value, train, (epoch, ++number));
            RequireGradient(value);
            value.backward();
            descent.Step(epoch);
            sum += found * batch.Count / train.Count;
        }

        return sum;
    }

    /// <summary>Loss on the windows to choose by.</summary>
    internal double Validate(int epoch)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return Finite(loss(validation), validation, (epoch, 0));
    }

    public void Dispose()
    {
        descent.Dispose();
        if (noise is not null)
        {
            noise.Dispose();
            train.States.Dispose();
        }
    }

    private static void RequireGradient(Tensor loss)
    {
        if (!loss.requires_grad)
        {
            throw new ArgumentException("the loss depends on none of the parameters, so there is nothing to follow", nameof(loss));
        }
    }

    private double Finite(Tensor loss, Windows windows, (int Epoch, int Batch) at)
    {
        if (loss.numel() != 1)
        {
            throw new ArgumentException($"the loss of a batch must be one number, not [{string.Join(", ", loss.shape)}]: end it with .mean()", nameof(loss));
        }

        var value = loss.to(ScalarType.Float64).item<double>();
        return double.IsFinite(value) ? value : throw new TrainingDivergedException(
            value, at.Epoch, at.Batch, Divergence.Origin(windows, parameters.Select((parameter, i) => ($"{i}", (Tensor)parameter))));
    }
}
