using System.Globalization;
using WorldModel.Data;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// A network as equations of motion: dx/dt = net(x, u), stepped by an integrator (Chen, Rubanova, Bettencourt, Duvenaud,
/// Neural ordinary differential equations, arXiv 1806.07366). It knows that time is continuous and nothing else.
/// </summary>
public sealed class NeuralOde : LearnedPhysics
{
    private readonly TanhNet field;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor rates;

    private NeuralOde(Blueprint blueprint) : base(blueprint)
    {
        Gradients = Enum.Parse<OdeGradients>(blueprint.Options["gradients"]);
        Substeps = int.Parse(blueprint.Options["substeps"], CultureInfo.InvariantCulture);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Substeps, "substeps");
        RequireAnyOrder();
        var inputs = State.Size + Action.Size;
        field = new(inputs, Width, State.Size);
        (mean, deviation, rates) = (zeros(inputs), ones(inputs), ones(State.Size));
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(rates), rates);
        RegisterComponents();
        Keep();
    }

    /// <summary>How gradients come back through its steps.</summary>
    public OdeGradients Gradients { get; }

    /// <summary>Equal parts in which the integrator takes one step.</summary>
    public int Substeps { get; }

    /// <summary>What one of the network's outputs means [S], in the state's units a second.</summary>
    internal Tensor Rates => rates;

    /// <summary>The network itself.</summary>
    internal TanhNet Field => this.field;

    /// <summary>An untrained network for runs like these; they also set the scale of its inputs and outputs.</summary>
    /// <param name="train">Runs to train on; never those of the test.</param>
    /// <param name="width">Units of each of two hidden layers.</param>
    /// <param name="integrate">How it steps; <see cref="Integrators.Rk4"/> when not given.</param>
    /// <param name="gradients">How gradients come back through its steps.</param>
    /// <param name="substeps">Equal parts in which the integrator takes one step.</param>
    /// <exception cref="ArgumentOutOfRangeException">Width or substeps are not positive.</exception>
    /// <exception cref="ArgumentException">The integrator is none of the library's, or one that the adjoint equation cannot use.</exception>
    public static NeuralOde For(Trajectories train, int width = 64, Integrator? integrate = null, OdeGradients gradients = OdeGradients.Direct, int substeps = 1)
    {
        using var scope = NewDisposeScope();
        NeuralOde model = new(Plan(nameof(NeuralOde), train, width, integrate, [.. Extras(gradients, substeps)]));
        var inputs = Scaler.Fit(cat([train.States.narrow(1, 0, train.Steps), train.Actions], dim: -1));
        Fill((model.mean, inputs.Mean), (model.deviation, inputs.Deviation), (model.rates, Scaler.OfChanges(train).Deviation / train.Dt));
        model.to(train.States.device).to(train.States.dtype);
        model.Keep();
        return model;
    }

    /// <summary>An untrained network that takes states as they are, for channels of about size 1.</summary>
    /// <param name="like">Runs whose channels and step it gets.</param>
    /// <param name="width">Units of each of two hidden layers.</param>
    /// <param name="integrate">How it steps; <see cref="Integrators.Rk4"/> when not given.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    public static NeuralOde Unscaled(Trajectories like, int width = 64, Integrator? integrate = null)
    {
        NeuralOde model = new(Plan(nameof(NeuralOde), like, width, integrate, [.. Extras(OdeGradients.Direct, 1)]));
        model.to(like.States.device).to(like.States.dtype);
        model.Keep();
        return model;
    }

    internal static NeuralOde Make(Blueprint blueprint) => new(blueprint);

    /// <inheritdoc />
    public override Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var input = action.shape[^1] == 0 ? state : cat([state, action], dim: -1);
        return (rates * field.call((input - mean) / deviation)).MoveToOuterDisposeScope();
    }

    /// <summary>What goes into the network [B, S + A].</summary>
    internal Tensor Inputs(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return ((cat([state, action], dim: -1) - mean) / deviation).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public override Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var next = Gradients == OdeGradients.Adjoint && is_grad_enabled()
            ? AdjointStep.Run(this, state, action)
            : Advance(this, state, action, Dt);
        return next.MoveToOuterDisposeScope();
    }

    /// <summary>Some time [s] along equations of motion, in this model's number of parts; backwards where it is negative.</summary>
    internal Tensor Advance(IPhysics physics, Tensor state, Tensor action, double seconds)
    {
        for (var part = 0; part < Substeps; part++)
        {
            state = Integrate(physics, state, action, seconds / Substeps);
        }

        return state;
    }

    private static IEnumerable<(string, string)> Extras(OdeGradients gradients, int substeps) =>
        [("gradients", gradients.ToString()), ("substeps", substeps.ToString(CultureInfo.InvariantCulture))];

    // The adjoint equation is one of other channels, of which no half are velocities.
    private void RequireAnyOrder()
    {
        if (Gradients == OdeGradients.Adjoint && Blueprint.Options["integrator"] is not (nameof(Integrators.Rk4) or nameof(Integrators.Euler)))
        {
            throw new ArgumentException($"the adjoint equation is no motion with positions and velocities, so {Blueprint.Options["integrator"]} cannot step it: use Integrators.Rk4, or direct gradients");
        }
    }
}
