using System.Globalization;
using WorldModel.Native;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// Learned equations of motion: a network that says how fast a state changes, and an integrator that steps along it. It is
/// a physics, so that any integrator and any step can be put round it, and a dynamics with a step of its own.
/// </summary>
public abstract class LearnedPhysics : nn.Module<Tensor, Tensor, Tensor>, IPhysics, ILearned
{
    private readonly Integrator integrate;

    private protected LearnedPhysics(Blueprint blueprint) : base(blueprint.Kind)
    {
        TorchLibrary.EnsureLoaded();
        Blueprint = blueprint;
        integrate = KnownIntegrators.Named(blueprint.Options["integrator"]);
        Width = int.Parse(blueprint.Options["width"], CultureInfo.InvariantCulture);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width, "width");
    }

    /// <inheritdoc />
    public Blueprint Blueprint { get; }

    /// <inheritdoc cref="IPhysics.State" />
    public Space State => Blueprint.State;

    /// <inheritdoc cref="IPhysics.Action" />
    public Space Action => Blueprint.Action;

    /// <inheritdoc />
    public double Dt => Blueprint.Dt;

    private protected int Width { get; }

    private protected Integrator Integrate => integrate;

    /// <inheritdoc />
    public abstract Tensor Derivative(Tensor state, Tensor action);

    /// <summary>dx/dt [B, S], as <see cref="Derivative"/>.</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => Derivative(input1, input2);

    /// <inheritdoc />
    public virtual Tensor Step(Tensor state, Tensor action) => integrate(this, state, action, Dt);

    private protected static Blueprint Plan(string kind, Trajectories runs, int width, Integrator? integrate, params (string Name, string Value)[] more)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal)
        {
            ["width"] = width.ToString(CultureInfo.InvariantCulture),
            ["integrator"] = KnownIntegrators.NameOf(integrate ?? Integrators.Rk4),
        };
        Array.ForEach(more, option => options[option.Name] = option.Value);
        return new(kind, runs.State, runs.Action, runs.Dt, options);
    }

    /// <summary>Positions, of which the second half of the channels are the velocities or momenta.</summary>
    private protected int Halves() => State.Size % 2 == 0 && State.Size > 0 && Action.Size <= State.Size / 2
        ? State.Size / 2
        : throw new ArgumentException($"{Blueprint.Kind} needs as many velocities as positions and no more forces than these; the state is {State}, the action {Action}");

    /// <summary>Forces on all positions [B, n] from actions [B, A]: action i pushes position i.</summary>
    private protected static Tensor? Forces(Tensor action, int positions) => action.shape[^1] == 0 ? null
        : action.shape[^1] == positions ? action
        : nn.functional.pad(action, (0, positions - action.shape[^1]));

    /// <summary>Takes the numbers that a model needs to see runs in its own scale.</summary>
    private protected static void Fill(params (Tensor Buffer, Tensor Value)[] scales)
    {
        using var noGradient = no_grad();
        Array.ForEach(scales, scale => scale.Buffer.copy_(scale.Value));
    }

    private protected void Keep()
    {
        foreach (var tensor in parameters().Concat(buffers()))
        {
            tensor.DetachFromDisposeScope();
        }
    }
}
