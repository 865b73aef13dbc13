using WorldModel.Data;
using WorldModel.Kernels;
using WorldModel.Models;

namespace WorldModel.Learning;

/// <summary>One training of an ensemble by kernels alone: all members side by side, each on batches in an order of its own.</summary>
internal sealed unsafe class EnsembleFit : IDisposable, IStepMemory
{
    private readonly Ensemble model;
    private readonly FitOptions options;
    private readonly (Tensor Inputs, Tensor Targets) train;
    private readonly (Tensor Inputs, Tensor Targets) validation;
    private readonly (Windows Train, Windows Validation) windows;
    private readonly MlpWeights weights;
    private readonly SupervisedObjective[] objectives;
    private readonly MlpTraining training;

    internal EnsembleFit(Ensemble model, Windows train, Windows validation, FitOptions options)
    {
        (this.model, this.options, windows) = (model, options, (train, validation));
        (this.train, this.validation) = (Pairs(model, train), Pairs(model, validation));
        LogVarianceBounds bounds = new(SoftBounds.Lowest, SoftBounds.Highest);
        weights = new(model.Shape, model.Members);
        objectives = [.. Enumerable.Range(0, model.Members).Select(_ => new SupervisedObjective(model.Shape, MlpLoss.GaussianLikelihood) { Bounds = bounds })];
        training = new(weights, objectives) { ClipNorm = options.ClipNorm, WeightDecay = options.WeightDecay };
        Each((member, numbers) => weights.Load(member, numbers));
    }

    /// <summary>Whether kernels can do this training: they see features, to which no noise of states can be added.</summary>
    internal static bool Serves(Ensemble model, Windows train, Windows validation, FitOptions options) =>
        options.InputNoise == 0 && FastPath.Holds([train.States, train.Actions, validation.States, validation.Actions, model.Changes, .. model.parameters()]);

    /// <summary>Refuses windows that are none of this model's.</summary>
    internal static void Require(Ensemble model, Windows train, Windows validation)
    {
        foreach (var (name, windows) in new[] { (nameof(train), train), (nameof(validation), validation) })
        {
            if (windows.States.shape[^1] != model.State.Size || windows.Actions.shape[^1] != model.Action.Size)
            {
                throw new ArgumentException(
                    $"the ensemble has {model.State.Size} state and {model.Action.Size} action channels, and these windows have {windows.States.shape[^1]} and {windows.Actions.shape[^1]}", name);
            }

            if (windows.Steps != 1)
            {
                throw new ArgumentException($"an ensemble learns from single steps, and these windows have {windows.Steps}: Windows.Cut(runs, steps: 1)", name);
            }
        }
    }

    /// <summary>The loss as TorchSharp says it: the mean over the members of ½·(s + (μ − target)²·e⁻ˢ).</summary>
    internal static Tensor Loss(Ensemble model, Windows batch)
    {
        using var scope = NewDisposeScope();
        var (mean, logarithm) = model.Scaled(model.Frame.Inputs(batch.Initial, batch.Actions.select(1, 0)));
        var error = mean - model.Frame.Targets(batch.Initial, batch.Targets.select(1, 0));
        return (0.5 * (logarithm + (error.square() * (-logarithm).exp()))).mean().MoveToOuterDisposeScope();
    }

    /// <summary>One epoch of updates, each member's batches in a random order of its own; returns the mean loss over all windows and members.</summary>
    internal double Pass(int epoch)
    {
        training.LearningRate = options.LearningRateIn(epoch);
        using var scope = NewDisposeScope();
        var (rows, sum, number) = (train.Inputs.shape[0], 0.0, 0);
        var orders = objectives.Select(_ => randperm(rows)).ToArray();
        for (var start = 0L; start < rows; start += options.BatchSize)
        {
            var count = (int)Math.Min(options.BatchSize, rows - start);
            for (var member = 0; member < objectives.Length; member++)
            {
                Show(objectives[member], train, orders[member].Start<long>() + start, count);
            }

            sum += Mean(training.Step(), windows.Train, (epoch, ++number)) * count / rows;
        }

        return sum;
    }

    /// <summary>Mean loss on the windows to choose by; the model has the weights of now afterwards.</summary>
    internal double Validate(int epoch)
    {
        SaveWeights();
        Array.ForEach(objectives, objective => Show(objective, validation, order: null, (int)validation.Inputs.shape[0]));
        return Mean(training.Loss(), windows.Validation, (epoch, 0));
    }

    /// <inheritdoc />
    public IEnumerable<(string Name, Tensor Value)> Remember() => training.Memory.Copy();

    /// <inheritdoc />
    public void Recall(IReadOnlyDictionary<string, Tensor> copies)
    {
        training.Memory.Restore(copies);
        Each((member, numbers) => weights.Load(member, numbers));
    }

    public void Dispose()
    {
        training.Dispose();
        weights.Dispose();
        foreach (var tensor in new[] { train.Inputs, train.Targets, validation.Inputs, validation.Targets })
        {
            tensor.Dispose();
        }
    }

    private void Each(Action<int, IReadOnlyList<Tensor>> work)
    {
        using var noGradient = no_grad();
        for (var member = 0; member < model.Members; member++)
        {
            using var scope = NewDisposeScope();
            work(member, model.Weights(member));
        }
    }

    private static void Show(SupervisedObjective objective, (Tensor Inputs, Tensor Targets) pairs, long* order, int count) =>
        objective.Show(pairs.Inputs.Rows(order), pairs.Targets.Rows(order), count);

    // What networks see and should answer, in one piece of memory each.
    private static (Tensor Inputs, Tensor Targets) Pairs(Ensemble model, Windows windows)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (inputs, targets) = (model.Frame.Inputs(windows.Initial, windows.Actions.select(1, 0)), model.Frame.Targets(windows.Initial, windows.Targets.select(1, 0)));
        return (inputs.contiguous().DetachFromDisposeScope(), targets.contiguous().DetachFromDisposeScope());
    }

    private void SaveWeights() => Each((member, numbers) => weights.Save(member, numbers));

    private double Mean(ReadOnlySpan<double> losses, Windows on, (int Epoch, int Batch) at)
    {
        var sum = 0.0;
        foreach (var loss in losses)
        {
            sum += loss / losses.Length;
        }

        return double.IsFinite(sum) ? sum : throw Diverged(sum, on, at);
    }

    private TrainingDivergedException Diverged(double loss, Windows on, (int Epoch, int Batch) at)
    {
        SaveWeights(); // as they were when the loss was asked for: no update follows one that is not finite
        return new(loss, at.Epoch, at.Batch, Divergence.Origin(on, model.named_parameters().Select(named => (named.name, (Tensor)named.parameter))));
    }
}
