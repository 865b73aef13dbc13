using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Kernels;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// A network that has to learn only what changes: next = state + deviation of changes · net(scaled state and action).
/// SiLU layers of equal width; the last layer starts small, so the untrained network is nearly persistence.
/// Steps and rollouts of 32-bit floats on the CPU are done by kernels, with gradients too; <c>call</c> always goes
/// through TorchSharp, as does everything on another device or of another number type.
/// </summary>
public sealed class ResidualMlp : nn.Module<Tensor, Tensor, Tensor>, IFastRollout, ILearned
{
    private readonly Lock gate = new();
    private readonly Sequential change;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor changes;
    private readonly Linear[] layers;
    private readonly RolloutTapes tapes;
    private MlpRollout? rollout;
    private ResidualKernel? kernel;

    private ResidualMlp(Blueprint blueprint, Scaler inputs, Tensor steps) : base(nameof(ResidualMlp))
    {
        Blueprint = blueprint;
        change = nn.Sequential(HiddenLayers.Of(State.Size + Action.Size, (blueprint.Whole("width"), blueprint.Whole("depth")), State.Size));
        tapes = new(() => ResidualKernel.Like(layers!, State.Size));
        layers = [.. change.children().OfType<Linear>()];
        (mean, deviation, changes) = (inputs.Mean, inputs.Deviation, steps);
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(changes), changes);
        RegisterComponents();
    }

    /// <inheritdoc />
    public Blueprint Blueprint { get; }

    /// <inheritdoc />
    public Space State => Blueprint.State;

    /// <inheritdoc />
    public Space Action => Blueprint.Action;

    /// <inheritdoc />
    public double Dt => Blueprint.Dt;

    /// <summary>What one of the network's outputs means [S], in the state's units: the deviation of the changes of a step in the runs it was made for.</summary>
    public Tensor Changes => changes;

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
        Blueprint blueprint = new(nameof(ResidualMlp), train.State, train.Action, train.Dt, new Dictionary<string, string> { ["width"] = $"{width}", ["depth"] = $"{depth}" });
        var model = new ResidualMlp(blueprint, inputs, steps.Deviation);
        model.to(train.States.device).to(train.States.dtype);
        model.DetachAllFromDisposeScope();
        return model;
    }

    /// <summary>A network of that shape, with numbers that mean nothing yet.</summary>
    internal static ResidualMlp Make(Blueprint blueprint)
    {
        var inputs = blueprint.State.Size + blueprint.Action.Size;
        blueprint.RequireRoom(inputs, blueprint.State.Size);
        using var scope = NewDisposeScope();
        ResidualMlp model = new(blueprint, new(zeros(inputs), ones(inputs)), ones(blueprint.State.Size));
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
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return (TryRun(state, action.unsqueeze(1), stride: 1)?.select(1, 1) ?? call(state, action)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor? TryRun(Tensor initial, Tensor actions, int stride)
    {
        using var scope = NewDisposeScope();
        Tensor[] parameters = [.. Weights()];
        Tensor[] all = [initial, actions, mean, deviation, changes, .. parameters];
        var states = FastPath.Serves(all) ? Imagine(initial, actions, (parameters, stride))
            : stride == 1 && FastPath.Holds(all) ? Record(initial, actions, parameters)
            : null;
        return states?.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The same dynamics as the weights are now, without a way back to them: for planning and for rollouts from several
    /// threads at once. Later training does not change it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The model is not of 32-bit floats on the CPU.</exception>
    public IDynamics Compile()
    {
        FastPath.RequireHeld(mean, deviation, changes);
        var frozen = Freeze();
        return new CompiledModel(this, new ResidualModel(frozen.Map, frozen.Weights, network: 0), () => new MlpRollout(frozen.Map, frozen.Weights));
    }

    /// <summary>Number of trainable weights.</summary>
    public long Size() => parameters().Sum(parameter => parameter.numel());

    private Tensor Imagine(Tensor initial, Tensor actions, (Tensor[] Parameters, int Stride) with)
    {
        lock (gate)
        {
            kernel ??= ResidualKernel.Like(layers, State.Size);
            kernel.Load(with.Parameters, (mean, deviation, changes));
            rollout ??= new(kernel.Map, kernel.Weights);
            return rollout.Run(initial, actions, with.Stride);
        }
    }

    private Tensor Record(Tensor initial, Tensor actions, Tensor[] parameters)
    {
        var recorded = tapes.Take((int)initial.shape[0], (int)actions.shape[1], kernel => kernel.Load(parameters, (mean, deviation, changes)));
        return RolloutFunction.Run(recorded, initial, actions, parameters);
    }

    /// <summary>A copy of the numbers of now for kernels.</summary>
    internal ResidualKernel Freeze()
    {
        using var noGradient = no_grad();
        var frozen = ResidualKernel.Like(layers, State.Size);
        frozen.Load([.. Weights()], (mean, deviation, changes));
        return frozen;
    }

    /// <summary>Weight and bias of each layer in turn.</summary>
    internal IReadOnlyList<Tensor> Weights() => [.. layers.SelectMany(layer => new Tensor[] { layer.weight!, layer.bias! })];

    private void DetachAllFromDisposeScope()
    {
        foreach (var tensor in parameters().Concat(buffers()))
        {
            tensor.DetachFromDisposeScope();
        }
    }
}
