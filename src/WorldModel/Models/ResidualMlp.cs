using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// A network that has to learn only what changes: next = state + deviation of changes · net(scaled state and action).
/// SiLU layers of equal width; the last layer starts small, so the untrained network is nearly persistence.
/// </summary>
public sealed class ResidualMlp : nn.Module<Tensor, Tensor, Tensor>, IDynamics
{
    private readonly Sequential change;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor changes;

    private ResidualMlp(Trajectories runs, Scaler inputs, Scaler steps, int width, int depth) : base(nameof(ResidualMlp))
    {
        (State, Action, Dt) = (runs.State, runs.Action, runs.Dt);
        change = nn.Sequential(Layers(State.Size + Action.Size, width, depth, State.Size));
        (mean, deviation, changes) = (inputs.Mean, inputs.Deviation, steps.Deviation);
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(changes), changes);
        RegisterComponents();
    }

    /// <inheritdoc />
    public Space State { get; }

    /// <inheritdoc />
    public Space Action { get; }

    /// <inheritdoc />
    public double Dt { get; }

    /// <summary>An untrained network for runs like these; they also set the scale of its inputs and outputs.</summary>
    /// <param name="train">Runs to train on; never those of the test.</param>
    /// <param name="width">Units a hidden layer.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <exception cref="ArgumentOutOfRangeException">Width or depth is not positive.</exception>
    /// <exception cref="ArgumentException">No step of the runs is without a lost reading.</exception>
    public static ResidualMlp For(Trajectories train, int width = 64, int depth = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        TorchLibrary.EnsureLoaded();
        using var scope = NewDisposeScope();
        var before = train.States.narrow(1, 0, train.Steps);
        var inputs = Scaler.Fit(cat([before, train.Actions], dim: -1));
        var steps = Scaler.OfChanges(train);
        var model = new ResidualMlp(train, inputs, steps, width, depth);
        model.to(train.States.device).to(train.States.dtype);
        model.DetachAllFromDisposeScope();
        return model;
    }

    /// <summary>Next state [B, S] from state [B, S] and action [B, A].</summary>
    public override Tensor forward(Tensor input1, Tensor input2)
    {
        using var scope = NewDisposeScope();
        var scaled = (cat([input1, input2], dim: -1) - mean) / deviation;
        return (input1 + changes * change.call(scaled)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action) => call(state, action);

    /// <summary>Number of trainable weights.</summary>
    public long Size() => parameters().Sum(parameter => parameter.numel());

    private static nn.Module<Tensor, Tensor>[] Layers(int inputs, int width, int depth, int outputs)
    {
        List<nn.Module<Tensor, Tensor>> layers = [];
        for (var layer = 0; layer < depth; layer++)
        {
            layers.AddRange([nn.Linear(layer == 0 ? inputs : width, width), nn.SiLU()]);
        }

        var last = nn.Linear(width, outputs);
        using (no_grad())
        {
            last.weight!.mul_(0.1);
            last.bias!.zero_();
        }

        return [.. layers, last];
    }

    private void DetachAllFromDisposeScope()
    {
        foreach (var tensor in parameters().Concat(buffers()))
        {
            tensor.DetachFromDisposeScope();
        }
    }
}
