using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Models;

namespace WorldModel.Learning;

/// <summary>The only training loop: for networks and for the parameters of physical laws alike.</summary>
public static class Trainer
{
    /// <summary>
    /// Minimises a loss with Adam (Kingma and Ba, arXiv 1412.6980) and leaves the parameters at their lowest
    /// validation loss. The random order of the batches follows <see cref="Seed.Set"/>.
    /// </summary>
    /// <param name="parameters">What to fit.</param>
    /// <param name="train">Windows to learn from.</param>
    /// <param name="validation">Windows to stop and choose by; of other runs.</param>
    /// <param name="loss">Scalar loss of a batch of windows.</param>
    /// <param name="options">How to train; the defaults when not given.</param>
    /// <returns>The losses, an epoch each; the lowest validation loss is that of the parameters left behind.</returns>
    /// <exception cref="ArgumentException">There is nothing to fit, an option makes no sense, or the loss is no scalar that depends on the parameters.</exception>
    /// <exception cref="TrainingDivergedException">A loss became NaN or infinite.</exception>
    public static IReadOnlyList<EpochLoss> Fit(
        IEnumerable<Parameter> parameters, Windows train, Windows validation, Func<Windows, Tensor> loss, FitOptions? options = null)
    {
        options ??= new();
        options.Validate();
        Parameter[] fitted = [.. parameters];
        if (fitted.Length == 0)
        {
            throw new ArgumentException("there is no parameter to fit", nameof(parameters));
        }

        using Descent descent = new(fitted, options);
        using var best = new BestWeights(fitted);
        return Repeat(options, best, epoch => Pass(descent, train, loss, (options, epoch)), epoch => Validate(validation, loss, epoch));
    }

    /// <summary>
    /// Trains a network on rollouts from the first state of each window: mean squared error over all steps and channels, in
    /// units of <see cref="ResidualMlp.Changes"/>. Windows of one step are one-step training. The same training as with that
    /// loss written out, several times as fast: 32-bit floats on the CPU never leave the kernels.
    /// </summary>
    /// <param name="model">What to train.</param>
    /// <param name="train">Windows to learn from.</param>
    /// <param name="validation">Windows to stop and choose by; of other runs, with as many steps.</param>
    /// <param name="options">How to train; the defaults when not given.</param>
    /// <returns>The losses, an epoch each; the lowest validation loss is that of the parameters left behind.</returns>
    /// <exception cref="ArgumentException">An option makes no sense, or the windows have other channels than the model or different numbers of steps.</exception>
    /// <exception cref="TrainingDivergedException">A loss became NaN or infinite.</exception>
    public static IReadOnlyList<EpochLoss> Fit(ResidualMlp model, Windows train, Windows validation, FitOptions? options = null)
    {
        options ??= new();
        options.Validate();
        RolloutFit.Require(model, train, validation);
        if (!RolloutFit.Serves(model, train, validation))
        {
            return Fit(model.parameters(), train, validation, batch => RolloutFit.Loss(model, batch), options);
        }

        using RolloutFit fit = new(model, train, validation, options);
        using var best = new BestWeights([.. model.parameters()]);
        return Repeat(options, best, fit.Pass, fit.Validate);
    }

    /// <summary>
    /// Trains all members of an ensemble at once, on single steps: each maximises the likelihood of the next state under its
    /// own Gaussian, and sees the windows in an order of its own. The loss is the mean over members and channels of
    /// ½·(s + (μ − target)²·e⁻ˢ) with s the logarithm of the variance, in units of <see cref="Ensemble.Changes"/>.
    /// </summary>
    /// <param name="model">What to train.</param>
    /// <param name="train">Windows of one step to learn from.</param>
    /// <param name="validation">Windows of one step to stop and choose by; of other runs.</param>
    /// <param name="options">How to train; the defaults when not given. The clip norm is each member's own.</param>
    /// <returns>The losses, an epoch each; the lowest validation loss is that of the parameters left behind.</returns>
    /// <exception cref="ArgumentException">An option makes no sense, the windows have other channels than the model, or more than one step.</exception>
    /// <exception cref="TrainingDivergedException">A loss became NaN or infinite.</exception>
    public static IReadOnlyList<EpochLoss> Fit(Ensemble model, Windows train, Windows validation, FitOptions? options = null)
    {
        options ??= new();
        options.Validate();
        EnsembleFit.Require(model, train, validation);
        if (!EnsembleFit.Serves(model, train, validation))
        {
            return Fit(model.parameters(), train, validation, batch => EnsembleFit.Loss(model, batch), options);
        }

        using EnsembleFit fit = new(model, train, validation, options);
        using var best = new BestWeights([.. model.parameters()]);
        return Repeat(options, best, fit.Pass, fit.Validate);
    }

    private static List<EpochLoss> Repeat(FitOptions options, BestWeights best, Func<int, double> pass, Func<int, double> validate)
    {
        var (log, progress) = (new List<EpochLoss>(), new Progress(options));
        try
        {
            for (var epoch = 1; epoch <= options.Epochs && (options.Patience == 0 || epoch - best.Epoch <= options.Patience); epoch++)
            {
                log.Add(new(epoch, pass(epoch), validate(epoch)));
                best.Offer(log[^1]);
                progress.Report(log[^1]);
            }
        }
        finally
        {
            best.Restore();
        }

        progress.Finish(log, best.Epoch);
        return log;
    }

    private static double Pass(Descent descent, Windows train, Func<Windows, Tensor> loss, (FitOptions Options, int Epoch) at)
    {
        var (sum, number) = (0.0, 0);
        foreach (var batch in train.Batches(at.Options.BatchSize))
        {
            using var scope = NewDisposeScope();
            var value = loss(batch);
            var found = Finite(value, at.Epoch, ++number);
            RequireGradient(value);
            value.backward();
            descent.Step(at.Epoch);
            sum += found * batch.Count / train.Count;
        }

        return sum;
    }

    private static double Validate(Windows validation, Func<Windows, Tensor> loss, int epoch)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return Finite(loss(validation), epoch, batch: 0);
    }

    private static void RequireGradient(Tensor loss)
    {
        if (!loss.requires_grad)
        {
            throw new ArgumentException("the loss depends on none of the parameters, so there is nothing to follow", nameof(loss));
        }
    }

    private static double Finite(Tensor loss, int epoch, int batch)
    {
        if (loss.numel() != 1)
        {
            throw new ArgumentException($"the loss of a batch must be one number, not [{string.Join(", ", loss.shape)}]: end it with .mean()", nameof(loss));
        }

        var value = loss.to(ScalarType.Float64).item<double>();
        return double.IsFinite(value) ? value : throw new TrainingDivergedException(value, epoch, batch);
    }
}
