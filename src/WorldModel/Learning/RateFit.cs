using WorldModel.Data;
using WorldModel.Kernels;
using WorldModel.Models;

namespace WorldModel.Learning;

/// <summary>One training of a neural ODE on given rates of change, by kernels alone.</summary>
internal sealed unsafe class RateFit : IDisposable, IStepMemory
{
    private readonly NeuralOde model;
    private readonly FitOptions options;
    private readonly (Windows Train, Windows Validation) windows;
    private readonly (Tensor Inputs, Tensor Rates) train;
    private readonly (Tensor Inputs, Tensor Rates) validation;
    private readonly Tensor noBias;
    private readonly MlpWeights weights;
    private readonly SupervisedObjective objective;
    private readonly MlpTraining training;

    internal RateFit(NeuralOde model, Windows train, Windows validation, FitOptions options)
    {
        (this.model, this.options, windows) = (model, options, (train, validation));
        (this.train, this.validation) = (Pairs(model, train), Pairs(model, validation));
        noBias = zeros(model.State.Size).DetachFromDisposeScope();
        weights = new(new(Activation.Tanh, model.Field.Sizes));
        objective = new(weights.Shape, MlpLoss.SquaredError) { Units = model.Rates.data<float>().ToArray(), IsLastBiasFixed = true };
        training = new(weights, [objective]) { ClipNorm = options.ClipNorm, WeightDecay = options.WeightDecay };
        LoadWeights();
    }

    /// <summary>Whether kernels can do this training: inputs are scaled once, so no noise can be added to them each epoch.</summary>
    internal static bool Serves(NeuralOde model, Windows train, Windows validation, FitOptions options) =>
        options.InputNoise == 0 && FastPath.Holds([train.States, train.Actions, validation.States, validation.Actions, model.Rates, .. model.parameters()]);

    /// <summary>Refuses windows that are none of this model's.</summary>
    internal static void Require(LearnedPhysics model, Windows train, Windows validation)
    {
        foreach (var (name, windows) in new[] { (nameof(train), train), (nameof(validation), validation) })
        {
            if (windows.States.shape[^1] != model.State.Size || windows.Actions.shape[^1] != model.Action.Size)
            {
                throw new ArgumentException(
                    $"the model has {model.State.Size} state and {model.Action.Size} action channels, and these windows have {windows.States.shape[^1]} and {windows.Actions.shape[^1]}", name);
            }

            if (windows.Steps != 1)
            {
                throw new ArgumentException($"a state and its rate of change are a window of one step, and these have {windows.Steps}", name);
            }
        }
    }

    /// <summary>The loss as TorchSharp says it.</summary>
    internal static Tensor Loss(LearnedPhysics model, Windows batch)
    {
        using var scope = NewDisposeScope();
        return (model.Derivative(batch.Initial, batch.Actions.select(1, 0)) - batch.Targets.select(1, 0)).square().mean().MoveToOuterDisposeScope();
    }

    /// <summary>One epoch of updates on batches in random order; returns the mean loss over all windows.</summary>
    internal double Pass(int epoch)
    {
        training.LearningRate = options.LearningRateIn(epoch);
        using var order = randperm(train.Inputs.shape[0]);
        var (rows, sum, number) = (order.shape[0], 0.0, 0);
        for (var start = 0L; start < rows; start += options.BatchSize)
        {
            var count = (int)Math.Min(options.BatchSize, rows - start);
            Show(train, order.Start<long>() + start, count);
            sum += Finite(training.Step()[0], windows.Train, (epoch, ++number)) * count / rows;
        }

        return sum;
    }

    /// <summary>Loss on the windows to choose by; the model has the weights of now afterwards.</summary>
    internal double Validate(int epoch)
    {
        SaveWeights();
        Show(validation, order: null, (int)validation.Inputs.shape[0]);
        return Finite(training.Loss()[0], windows.Validation, (epoch, 0));
    }

    /// <inheritdoc />
    public IEnumerable<(string Name, Tensor Value)> Remember() => training.Memory.Copy();

    /// <inheritdoc />
    public void Recall(IReadOnlyDictionary<string, Tensor> copies)
    {
        training.Memory.Restore(copies);
        LoadWeights();
    }

    public void Dispose()
    {
        training.Dispose();
        weights.Dispose();
        foreach (var tensor in new[] { noBias, train.Inputs, train.Rates, validation.Inputs, validation.Rates })
        {
            tensor.Dispose();
        }
    }

    private void Show((Tensor Inputs, Tensor Rates) pairs, long* order, int count) => objective.Show(pairs.Inputs.Rows(order), pairs.Rates.Rows(order), count);

    private static (Tensor Inputs, Tensor Rates) Pairs(NeuralOde model, Windows windows)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var inputs = model.Inputs(windows.Initial, windows.Actions.select(1, 0));
        return (inputs.contiguous().DetachFromDisposeScope(), windows.Targets.select(1, 0).contiguous().clone().DetachFromDisposeScope());
    }

    private void LoadWeights()
    {
        using var noGradient = no_grad();
        weights.Load(0, [.. model.Field.Weights(), noBias]);
    }

    private void SaveWeights()
    {
        using var noGradient = no_grad();
        weights.Save(0, [.. model.Field.Weights(), noBias]);
    }

    private double Finite(double loss, Windows on, (int Epoch, int Batch) at)
    {
        if (double.IsFinite(loss))
        {
            return loss;
        }

        SaveWeights(); // as they were when the loss was asked for: no update follows one that is not finite
        throw new TrainingDivergedException(
            loss, at.Epoch, at.Batch, Divergence.Origin(on, model.named_parameters().Select(named => (named.name, (Tensor)named.parameter))));
    }
}
