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
    /// <exception cref="TrainingDivergedException">A loss became NaN or infinite; the message tells where that began.</exception>
    /// <exception cref="ModelFileException">The checkpoint is of another training, or of none.</exception>
    public static IReadOnlyList<EpochLoss> Fit(
        IEnumerable<Parameter> parameters, Windows train, Windows validation, Func<Windows, Tensor> loss, FitOptions? options = null)
    {
        options ??= new();
        options.ValidateWithoutRollout();
        Parameter[] fitted = [.. parameters];
        return fitted.Length > 0 ? FitLoss(fitted, (train, validation), loss, options) : throw new ArgumentException("there is no parameter to fit", nameof(parameters));
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
    /// <exception cref="TrainingDivergedException">A loss became NaN or infinite; the message tells where that began.</exception>
    /// <exception cref="ModelFileException">The checkpoint is of another training, or of none.</exception>
    public static IReadOnlyList<EpochLoss> Fit(ResidualMlp model, Windows train, Windows validation, FitOptions? options = null)
    {
        options ??= new();
        options.Validate();
        RolloutFit.Require(model, train, validation);
        if (!RolloutFit.Serves(model, train, validation))
        {
            return FitLoss([.. model.parameters()], (train, validation), batch => RolloutFit.Loss(model, batch, options.Truncation), options);
        }

        using RolloutFit fit = new(model, train, validation, options);
        using var best = new BestWeights([.. model.parameters()]);
        return Repeat(options, best, fit.Pass, fit.Validate, new(train, validation, fit));
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
        options.ValidateWithoutRollout();
        EnsembleFit.Require(model, train, validation);
        if (!EnsembleFit.Serves(model, train, validation, options))
        {
            return Fit(model.parameters(), train, validation, batch => EnsembleFit.Loss(model, batch), options);
        }

        using EnsembleFit fit = new(model, train, validation, options);
        using var best = new BestWeights([.. model.parameters()]);
        return Repeat(options, best, fit.Pass, fit.Validate, new(train, validation, fit));
    }

    /// <summary>
    /// Trains a neural ODE on given rates of change: mean squared error of dx/dt over all channels. A window is a state
    /// and, as its target, the rate of change there. The same training as with that loss written out, many times as fast:
    /// 32-bit floats on the CPU never leave the kernels.
    /// </summary>
    /// <param name="model">What to train.</param>
    /// <param name="train">States and rates [N, 2, S] and actions [N, 1, A] to learn from.</param>
    /// <param name="validation">The same to stop and choose by.</param>
    /// <param name="options">How to train; the defaults when not given.</param>
    /// <returns>The losses, an epoch each; the lowest validation loss is that of the parameters left behind.</returns>
    /// <exception cref="ArgumentException">An option makes no sense, the windows have other channels than the model, or more than one step.</exception>
    /// <exception cref="TrainingDivergedException">A loss became NaN or infinite.</exception>
    public static IReadOnlyList<EpochLoss> FitRates(NeuralOde model, Windows train, Windows validation, FitOptions? options = null)
    {
        options ??= new();
        options.ValidateWithoutRollout();
        RateFit.Require(model, train, validation);
        if (!RateFit.Serves(model, train, validation, options))
        {
            return Fit(model.parameters(), train, validation, batch => RateFit.Loss(model, batch), options);
        }

        using RateFit fit = new(model, train, validation, options);
        using var best = new BestWeights([.. model.parameters()]);
        return Repeat(options, best, fit.Pass, fit.Validate, new(train, validation, fit));
    }

    private static List<EpochLoss> FitLoss(Parameter[] parameters, (Windows Train, Windows Validation) windows, Func<Windows, Tensor> loss, FitOptions options)
    {
        using LossFit fit = new(parameters, windows, loss, options);
        using var best = new BestWeights(parameters);
        return Repeat(options, best, fit.Pass, fit.Validate, new(windows.Train, windows.Validation, fit.Memory));
    }

    private static List<EpochLoss> Repeat(
        FitOptions options, BestWeights best, Func<int, double> pass, Func<int, double> validate, TrainingMaterial? material = null)
    {
        var checkpoint = Checkpoint.Of(options, best, material);
        var (log, progress) = (checkpoint?.Resume() ?? [], new Progress(options, material?.Train.Count ?? 0));
        log.ForEach(progress.Print);
        try
        {
            for (var epoch = log.Count + 1; epoch <= options.Epochs && (options.Patience == 0 || epoch - best.Epoch <= options.Patience); epoch++)
            {
                log.Add(new(epoch, pass(epoch), validate(epoch)));
                best.Offer(log[^1]);
                checkpoint?.Offer(log);
                progress.Report(log[^1]);
            }

            checkpoint?.Write(log);
        }
        finally
        {
            best.Restore();
        }

        progress.Finish(log, best.Epoch);
        return log;
    }
}
