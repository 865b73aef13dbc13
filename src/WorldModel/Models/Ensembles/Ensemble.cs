using TorchSharp.Modules;
using WorldModel.Kernels;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// Networks that say how unsure they are, and several of them, because what they disagree about nobody has shown them (deep
/// ensembles, Lakshminarayanan et al. 2017, as PETS uses them, Chua et al., arXiv 1805.12114). Each member gives mean and
/// variance of the change of a state (Nix and Weigend 1994). All are evaluated and trained at once. A single probabilistic
/// network is an ensemble of one. Rollouts of 32-bit floats on the CPU that keep no gradient are done by kernels.
/// </summary>
public sealed class Ensemble : nn.Module<Tensor, Tensor, Tensor>, IFastRollout, ILearned
{
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor usual;
    private readonly Tensor changes;
    private readonly Tensor bounds;
    private readonly ModuleList<MemberLayer> layers;
    private readonly FeatureMap features;
    private readonly Lazy<EnsembleRollouts> fast;

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
        fast = new(() => new(this));
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

    /// <summary>What the networks see, and in which units they answer. Made anew because moving a model replaces its tensors.</summary>
    internal EnsembleFrame Frame => new(features, mean, deviation, usual, changes);

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
        model.Frame.Learn(train);
        foreach (var tensor in model.Numbers())
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
        return Frame.Next(input1, Scaled(Frame.Inputs(input1, input2)).Mean.mean([0])).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward" />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return (TryRun(state, action.unsqueeze(1), stride: 1)?.select(1, 1) ?? call(state, action)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor? TryRun(Tensor initial, Tensor actions, int stride) =>
        FastPath.Serves([initial, actions, .. Numbers()]) ? fast.Value.Mean(initial, actions, stride) : null;

    /// <summary>
    /// Each member alone as its weights are now, which says the mean of its Gaussian, without a way back to the weights: for
    /// planning, and for rollouts from several threads at once. Later training does not change them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The model is not of 32-bit floats on the CPU.</exception>
    public IReadOnlyList<IDynamics> Compile()
    {
        FastPath.RequireHeld([.. Numbers()]);
        return [.. new EnsembleKernel(this).Load(this).Alone().Select(member => new CompiledModel(this, member, () => new BlockRollouts([member])))];
    }

    /// <summary>What each member says about the next state.</summary>
    /// <param name="state">States [B, S].</param>
    /// <param name="action">Actions [B, A].</param>
    public Prediction Predict(Tensor state, Tensor action)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (centre, logarithm) = Scaled(Frame.Inputs(state, action));
        return new(Frame.Next(state, centre).MoveToOuterDisposeScope(), Frame.Variance(state, logarithm).MoveToOuterDisposeScope());
    }

    /// <summary>
    /// Imagines many futures of each start: particles that keep to one member each and draw from its Gaussian in every step
    /// (trajectory sampling TS∞ of PETS). What the members disagree about spreads them as well as what is random. The same on
    /// any number of threads.
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
        var (starts, acts) = (initial.repeat(particles, 1), actions.repeat(particles, 1, 1));
        var states = FastPath.Serves([starts, acts, .. Numbers()]) ? fast.Value.Particles(starts, acts, seed) : TrajectorySampling.Run(this, starts, acts, seed);
        var (all, held) = (states.flatten(0, 1).MoveToOuterDisposeScope(), acts.repeat(Members, 1, 1).MoveToOuterDisposeScope());
        return new(new(State, Action, all, held, Dt), (int)initial.shape[0]);
    }

    /// <summary>Number of trainable weights of all members.</summary>
    public long Size() => parameters().Sum(parameter => parameter.numel());

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

    private IEnumerable<Tensor> Numbers() => parameters().Concat(buffers());
}
