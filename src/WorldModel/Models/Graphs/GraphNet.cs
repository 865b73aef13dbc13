using WorldModel.Native;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// A network of objects that push each other: the same small network for every pair within a cut-off, its answers summed
/// for each object. So it works for any number of objects in any order with the same weights (Battaglia et al., Interaction
/// networks, arXiv 1612.00222; Sanchez-Gonzalez et al., arXiv 2002.09405). Next velocity = velocity + Δv, next place =
/// place + dt·velocity + Δx, with Δv and Δx learned. A symmetric network answers each pair with one push, split between
/// the two by their masses, from what no onlooker's place, speed or direction changes: by design it keeps momentum and
/// the uniform motion of the centre of mass, and turns with the world. A wall is a partner at rest that gives nothing way.
/// A plain network sends free messages to free objects, as in the papers.
/// </summary>
public sealed class GraphNet : nn.Module<Tensor, Tensor, Tensor>, ILearned
{
    private const int Sample = 4096;

    private readonly Crowd crowd;
    private readonly GraphMessages messages;
    private readonly Tensor scale;

    private GraphNet(Crowd crowd, double dt, GraphOptions options) : base(nameof(GraphNet))
    {
        TorchLibrary.EnsureLoaded();
        options.Validate();
        (this.crowd, Dt, Options) = (crowd, dt, options);
        messages = options.IsSymmetric ? new SymmetricMessages(options) : new PlainMessages(options);
        scale = ones(4);
        register_buffer(nameof(scale), scale);
        RegisterComponents();
    }

    /// <summary>How it is built.</summary>
    public GraphOptions Options { get; }

    /// <summary>Channels of the <see cref="Crowd"/> that it was trained on; see <see cref="ForCrowd"/> for others.</summary>
    public Space State => crowd.State;

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <inheritdoc />
    public double Dt { get; }

    /// <inheritdoc />
    public Blueprint Blueprint => new(nameof(GraphNet), State, Action, Dt, Options.ToText());

    /// <summary>An untrained network for runs like these; they also set the scale of its inputs and outputs.</summary>
    /// <param name="train">Runs of a crowd to train on; never those of the test.</param>
    /// <param name="options">How to build it; the defaults when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">Width or depth is not positive, or the cut-off.</exception>
    /// <exception cref="ArgumentException">The runs are not of a crowd, or hold no whole step.</exception>
    public static GraphNet For(Trajectories train, GraphOptions? options = null)
    {
        using var scope = NewDisposeScope();
        GraphNet model = new(Crowd.Of(train.State), train.Dt, options ?? new());
        var steps = Data.Windows.Cut(train, 1);
        var some = Math.Min(Sample, steps.Count);
        using (no_grad())
        {
            var chosen = arange(some) * (steps.Count / some);
            model.Learn(steps.Initial.index_select(0, chosen), steps.Targets.select(1, 0).index_select(0, chosen));
        }

        return model.Kept();
    }

    /// <summary>An empty network of this shape, for numbers from a file.</summary>
    internal static GraphNet Make(Blueprint blueprint)
    {
        using var scope = NewDisposeScope();
        return new GraphNet(Crowd.Of(blueprint.State), blueprint.Dt, GraphOptions.FromText(blueprint.Options)).Kept();
    }

    /// <summary>Next state [B, 6·N] from state [B, 6·N]; the action [B, 0] is not looked at.</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => Advance(crowd, Options.Room, input1);

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action) => call(state, action);

    /// <summary>The same network, with the same weights also when these change, for another number of objects or another room.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public IDynamics ForCrowd(int count, Room? room = null) => new GraphCrowd(this, new(count), room);

    /// <summary>Number of trainable weights.</summary>
    public long Size() => parameters().Sum(parameter => parameter.numel());

    internal Tensor Advance(Crowd objects, Room? room, Tensor states)
    {
        using var scope = NewDisposeScope();
        var (places, velocities) = (objects.Positions(states), objects.Velocities(states));
        var change = scale * messages.Change(new(objects, states, Options), room).view(states.shape[0], objects.Count, 4);
        change = change * (objects.Masses(states) > 0).to(states.dtype).unsqueeze(-1);
        var moved = places + Dt * velocities + change.narrow(-1, 2, 2);
        return objects.Moved(states, moved, velocities + change.narrow(-1, 0, 2)).MoveToOuterDisposeScope();
    }

    // What one output means: the usual change of a velocity, and of a place beyond what the velocity explains.
    private void Learn(Tensor before, Tensor after)
    {
        var jump = crowd.Velocities(after) - crowd.Velocities(before);
        var offset = crowd.Positions(after) - crowd.Positions(before) - Dt * crowd.Velocities(before);
        double Usual(Tensor change) => Math.Max(1e-6, change.square().mean().sqrt().ToDouble());
        scale.copy_(tensor(new[] { Usual(jump), Usual(jump), Usual(offset), Usual(offset) }));
        messages.Learn(new(crowd, before.to(scale.dtype), Options), Options.Room);
    }

    private GraphNet Kept()
    {
        foreach (var tensor in parameters().Concat(buffers()))
        {
            tensor.DetachFromDisposeScope();
        }

        return this;
    }
}
