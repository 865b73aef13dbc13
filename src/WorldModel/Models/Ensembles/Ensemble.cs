using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Kernels;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// Networks that say how unsure they are, and several of them, because what they disagree about nobody has shown them (deep
/// ensembles, Lakshminarayanan et al. 2017, as PETS uses them, Chua et al., arXiv 1805.12114). Each member gives mean and
/// variance of the change of a state (Nix and Weigend 1994). All are evaluated and trained at once. A single probabilistic
/// network is an ensemble of one.
/// </summary>
public sealed class Ensemble : nn.Module<Tensor, Tensor, Tensor>, ILearned
{
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor usual;
    private readonly Tensor changes;
    private readonly Tensor bounds;
    private readonly ModuleList<MemberLayer> layers;
    private readonly FeatureMap features;

    private Ensemble(Blueprint blueprint) : base(nameof(Ensemble))
    {
        TorchLibrary.EnsureLoaded();
        Blueprint = blueprint;
        var shape = EnsembleShape.Of(blueprint);
        (Members, features) = (shape.Members, new(shape.Features, State, Action));
        int[] sizes = [features.Size, .. Enumerable.Repeat(shape.Width, shape.Depth), 2 * State.Size];
        Shape = new(Activation.Silu, sizes);
        layers = nn.ModuleList([.. sizes[..^1].Zip(sizes[1..], (inputs, outputs) => new MemberLayer(Members, inputs, outputs))]);
        layers[^1].Small();
        (mean, deviation) = (zeros(features.Size), ones(features.Size));
        (usual, changes, bounds) = (zeros(State.Size), ones(State.Size), tensor([SoftBounds.Lowest, SoftBounds.Highest]));
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(usual), usual);
        register_buffer(nameof(changes), changes);
        register_buffer(nameof(bounds), bounds);
        RegisterComponents();
    }

    /// <inheritdoc />
    public Space State => Blueprint.State;

    /// <inheritdoc />
    public Space Action => Blueprint.Action;

    /// <inheritdoc />
    public double Dt => Blueprint.Dt;

    /// <inheritdoc />
    public Blueprint Blueprint { get; }

    /// <summary>Networks E.</summary>
    public int Members { get; }

    /// <summary>What counts as one unit of change [S]: the deviation of the changes of a step in the runs it was made for; along and across the heading where features are turned.</summary>
    public Tensor Changes => changes;

    /// <summary>Sizes of one member.</summary>
    internal MlpShape Shape { get; }

    /// <summary>An untrained ensemble for runs like these; they also set the scale of its inputs and outputs.</summary>
    /// <param name="train">Runs to train on; never those of the test.</param>
    /// <param name="members">Networks; each starts from weights of its own.</param>
    /// <param name="width">Units a hidden layer.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <param name="features">What the networks see of the state; all of it, as it is, when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">Members, width or depth are not positive.</exception>
    /// <exception cref="ArgumentException">The features name a channel that does not exist, or no step of the runs is without a lost reading.</exception>
    public static Ensemble For(Trajectories train, int members = 5, int width = 64, int depth = 2, Features? features = null)
    {
        TorchLibrary.EnsureLoaded();
        var shape = new EnsembleShape(members, width, depth, features ?? Features.Plain);
        shape.Require();
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var model = Make(shape.Blueprint(train));
        model.to(train.States.device).to(train.States.dtype);
        model.LearnScales(train);
        foreach (var tensor in model.parameters().Concat(model.buffers()))
        {
            tensor.DetachFromDisposeScope();
        }

        return model;
    }

    /// <summary>An untrained ensemble that fits a blueprint; its scales are still to be loaded.</summary>
    internal static Ensemble Make(Blueprint blueprint) => new(blueprint);

    /// <summary>Next state [B, S] from state [B, S] and action [B, A]: the mean of the members' means.</summary>
    public override Tensor forward(Tensor input1, Tensor input2)
    {
        using var scope = NewDisposeScope();
        var change = Scaled(Inputs(input1, input2)).Mean.mean([0]);
        return (input1 + features.TurnBack(usual + (changes * change), input1)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward" />
    public Tensor Step(Tensor state, Tensor action) => call(state, action);

    /// <summary>What each member says about the next state.</summary>
    /// <param name="state">States [B, S].</param>
    /// <param name="action">Actions [B, A].</param>
    public Prediction Predict(Tensor state, Tensor action)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (centre, logarithm) = Scaled(Inputs(state, action));
        var next = state + features.TurnBack(usual + (changes * centre), state.expand_as(centre));
        var variance = features.TurnBackVariance(changes.square() * logarithm.exp(), state.expand_as(centre));
        return new(next.MoveToOuterDisposeScope(), variance.MoveToOuterDisposeScope());
    }

    /// <summary>
    /// Imagines many futures of each start: particles that keep to one member each and draw from its Gaussian in every step
    /// (trajectory sampling TS∞ of PETS). What the members disagree about spreads them as well as what is random.
    /// </summary>
    /// <param name="initial">Starts [B, S].</param>
    /// <param name="actions">Actions [B, T, A].</param>
    /// <param name="particles">Futures a member and start.</param>
    /// <param name="seed">Seed of what is drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no particle.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Particles Imagine(Tensor initial, Tensor actions, int particles = 20, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(particles);
        Rollout.RequireShapes(this, initial, actions);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using var generator = Seed.Generator(seed);
        var acts = actions.repeat(particles, 1, 1);
        List<Tensor> states = [initial.repeat(particles, 1).expand(Members, -1, -1)];
        for (var step = 0; step < actions.shape[1]; step++)
        {
            states.Add(Draw(states[^1], acts.select(1, step).expand(Members, -1, -1), generator));
        }

        var all = stack(states, dim: 2).flatten(0, 1).MoveToOuterDisposeScope();
        return new(new(State, Action, all, acts.repeat(Members, 1, 1).MoveToOuterDisposeScope(), Dt), (int)initial.shape[0]);
    }

    /// <summary>Number of trainable weights of all members.</summary>
    public long Size() => parameters().Sum(parameter => parameter.numel());

    /// <summary>Scaled features [..., F] of states and actions: what goes into the networks.</summary>
    internal Tensor Inputs(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return ((features.Of(state, action) - mean) / deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Scaled changes [..., S] from one state to the next: what the networks should answer.</summary>
    internal Tensor Targets(Tensor state, Tensor next)
    {
        using var scope = NewDisposeScope();
        return ((features.Turn(next - state, state) - usual) / changes).MoveToOuterDisposeScope();
    }

    /// <summary>Mean and logarithm of the variance [E, B, S] of scaled changes, from scaled features [B, F] or [E, B, F].</summary>
    internal (Tensor Mean, Tensor LogVariance) Scaled(Tensor inputs)
    {
        using var scope = NewDisposeScope();
        var values = inputs.expand(Members, -1, -1);
        for (var layer = 0; layer < layers.Count; layer++)
        {
            values = layers[layer].call(layer == 0 ? values : nn.functional.silu(values));
        }

        var (centre, free) = (values.narrow(-1, 0, State.Size), values.narrow(-1, State.Size, State.Size));
        return (centre.MoveToOuterDisposeScope(), SoftBounds.Of(free, bounds).MoveToOuterDisposeScope());
    }

    /// <summary>Weight and bias of each layer of a member in turn; they share the ensemble's memory.</summary>
    internal IReadOnlyList<Tensor> Weights(int member) => [.. layers.SelectMany(layer => layer.Of(member))];

    private Tensor Draw(Tensor state, Tensor action, Generator generator)
    {
        using var scope = NewDisposeScope();
        var (centre, logarithm) = Scaled(Inputs(state, action));
        var noise = randn(centre.shape, generator: generator).to(centre.dtype, centre.device);
        var drawn = centre + ((0.5 * logarithm).exp() * noise);
        return (state + features.TurnBack(usual + (changes * drawn), state)).MoveToOuterDisposeScope();
    }

    private void LearnScales(Trajectories train)
    {
        var (before, after) = (train.States.narrow(1, 0, train.Steps), train.States.narrow(1, 1, train.Steps));
        var inputs = Scaler.Fit(features.Of(before, train.Actions));
        var steps = Scaler.Fit(features.Turn(after - before, before));
        foreach (var (to, from) in new[] { (mean, inputs.Mean), (deviation, inputs.Deviation), (usual, steps.Mean), (changes, steps.Deviation) })
        {
            to.copy_(from);
        }
    }
}
