using WorldModel.Data;
using WorldModel.Kernels;
using WorldModel.Models;

namespace WorldModel.Learning;

/// <summary>One training of a residual network on rollouts, by kernels alone.</summary>
internal sealed unsafe class RolloutFit : IDisposable, IStepMemory
{
    private readonly ResidualMlp model;
    private readonly ResidualKernel kernel;
    private readonly FitOptions options;
    private readonly (Tensor States, Tensor Actions) train;
    private readonly (Tensor States, Tensor Actions) validation;
    private readonly RolloutObjective objective;
    private readonly MlpTraining training;
    private readonly InputNoise? noise;
    private readonly int steps;

    internal RolloutFit(ResidualMlp model, Windows train, Windows validation, FitOptions options)
    {
        (this.model, this.options, kernel) = (model, options, model.Freeze());
        (this.train, this.validation) = (Whole(train), Whole(validation));
        steps = train.Steps;
        objective = new(kernel.Map, steps) { Truncation = options.Truncation };
        training = new(kernel.Weights, [objective]) { ClipNorm = options.ClipNorm, WeightDecay = options.WeightDecay };
        noise = options.InputNoise > 0 ? new(this.train.States, options.InputNoise) : null;
    }

    /// <summary>Whether kernels can do this training.</summary>
    internal static bool Serves(ResidualMlp model, Windows train, Windows validation) =>
        FastPath.Holds([train.States, train.Actions, validation.States, validation.Actions, model.Changes, .. model.parameters()]);

    /// <summary>Refuses windows that are none of this model's.</summary>
    internal static void Require(ResidualMlp model, Windows train, Windows validation)
    {
        foreach (var (name, windows) in new[] { (nameof(train), train), (nameof(validation), validation) })
        {
            if (windows.States.shape[^1] != model.State.Size || windows.Actions.shape[^1] != model.Action.Size)
            {
                throw new ArgumentException(
                    $"the model has {model.State.Size} state and {model.Action.Size} action channels, and these windows have {windows.States.shape[^1]} and {windows.Actions.shape[^1]}", name);
            }
        }

        if (train.Steps != validation.Steps)
        {
            throw new ArgumentException($"the windows to learn from have {train.Steps} steps and those to choose by {validation.Steps}: cut both alike", nameof(validation));
        }
    }

    /// <summary>The loss as TorchSharp says it; after each <paramref name="truncation"/> steps, where it is not 0, the state counts as given.</summary>
    internal static Tensor Loss(ResidualMlp model, Windows batch, int truncation)
    {
        using var scope = NewDisposeScope();
        var (state, most) = (batch.Initial, truncation > 0 ? truncation : batch.Steps);
        List<Tensor> parts = [];
        for (var start = 0; start < batch.Steps; start += most)
        {
            var steps = Math.Min(most, batch.Steps - start);
            parts.Add(model.Run(state, batch.Actions.narrow(1, start, steps)).States.narrow(1, 1, steps));
            state = parts[^1].select(1, -1).detach();
        }

        return ((cat(parts, 1) - batch.Targets) / model.Changes).square().mean().MoveToOuterDisposeScope();
    }

    /// <summary>One epoch of updates on batches in random order; returns the mean loss over all windows.</summary>
    internal double Pass(int epoch)
    {
        noise?.Renew();
        training.LearningRate = options.LearningRateIn(epoch);
        objective.Horizon = options.HorizonIn(epoch, steps);
        using var order = randperm(train.States.shape[0]);
        var (rows, sum, number) = (order.shape[0], 0.0, 0);
        for (var start = 0L; start < rows; start += options.BatchSize)
        {
            var count = (int)Math.Min(options.BatchSize, rows - start);
            Show(train, order.Start<long>() + start, count);
            sum += Finite(training.Step()[0], train, (epoch, ++number)) * count / rows;
        }

        return sum;
    }

    /// <summary>Loss on the windows to choose by; the model has the weights of now afterwards.</summary>
    internal double Validate(int epoch)
    {
        SaveWeights();
        objective.Horizon = steps;
        Show(validation, order: null, (int)validation.States.shape[0]);
        return Finite(training.Loss()[0], validation, (epoch, 0));
    }

    /// <inheritdoc />
    public IEnumerable<(string Name, Tensor Value)> Remember() => training.Memory.Copy();

    /// <inheritdoc />
    public void Recall(IReadOnlyDictionary<string, Tensor> copies)
    {
        training.Memory.Restore(copies);
        kernel.Weights.Load(0, model.Weights());
    }

    public void Dispose()
    {
        noise?.Dispose();
        training.Dispose();
        kernel.Weights.Dispose();
        foreach (var tensor in new[] { train.States, train.Actions, validation.States, validation.Actions })
        {
            tensor.Dispose();
        }
    }

    private void Show((Tensor States, Tensor Actions) windows, long* order, int count) =>
        objective.Show(windows.States.Rows(order), windows.Actions.Rows(order), count);

    // Copies in one piece of memory that belong to nobody else.
    private static (Tensor States, Tensor Actions) Whole(Windows windows)
    {
        using var scope = NewDisposeScope();
        Tensor Copy(Tensor from) => from.detach().contiguous().clone().DetachFromDisposeScope();
        return (Copy(windows.States), Copy(windows.Actions));
    }

    private void SaveWeights()
    {
        using var noGradient = no_grad();
        kernel.Weights.Save(0, model.Weights());
    }

    private double Finite(double loss, (Tensor States, Tensor Actions) windows, (int Epoch, int Batch) at)
    {
        if (double.IsFinite(loss))
        {
            return loss;
        }

        SaveWeights(); // as they were when the loss was asked for: no update follows one that is not finite
        var origin = Divergence.Origin(new(windows.States, windows.Actions), model.named_parameters().Select(named => (named.name, (Tensor)named.parameter)));
        throw new TrainingDivergedException(loss, at.Epoch, at.Batch, origin);
    }
}
