using WorldModel.Data;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// A law and a network beside it that learns what the law leaves out: derivative = law + scale · net(scaled state and
/// action), in the channels that are named, such as the speeds. This is the *free* residual, which may do anything; one
/// that sits inside the law, where physics says that it belongs, is <see cref="Equations"/> with a <see cref="Correction"/>
/// in them, and needs far less data. The network starts at zero, so the untrained twin is its law.
/// </summary>
public sealed class HybridTwin : nn.Module, IPhysics
{
    private readonly IPhysics law;
    private readonly Correction residual;
    private readonly Tensor places; // [K, S]: to which channel each output belongs

    private HybridTwin(IPhysics law, Trajectories runs, int[] channels, (int Width, int Depth) size) : base(nameof(HybridTwin))
    {
        this.law = law;
        using var index = tensor(channels.Select(channel => (long)channel).ToArray());
        var changes = Scaler.OfChanges(runs).Deviation.index_select(0, index);
        residual = Correction.For(cat([runs.States.narrow(1, 0, runs.Steps), runs.Actions], dim: -1), changes / runs.Dt, size.Width, size.Depth);
        places = eye(law.State.Size, dtype: changes.dtype, device: changes.device).index_select(0, index).DetachFromDisposeScope();
        register_buffer(nameof(places), places);
        RegisterComponents();
    }

    /// <inheritdoc />
    public Space State => law.State;

    /// <inheritdoc />
    public Space Action => law.Action;

    /// <summary>A law with an untrained network beside it.</summary>
    /// <param name="law">What is known; its own parameters are trained by whoever passes them to the trainer.</param>
    /// <param name="train">Runs to train on, which set the scale of inputs and outputs.</param>
    /// <param name="channels">Channels whose rate of change the network may correct.</param>
    /// <param name="width">Units a hidden layer.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <exception cref="ArgumentException">There is no channel to correct, one does not exist, or the runs are of another kind than the law.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Width or depth is not positive.</exception>
    public static HybridTwin For(IPhysics law, Trajectories train, string[] channels, int width = 32, int depth = 2)
    {
        if (channels.Length == 0 || !train.State.SameAs(law.State) || !train.Action.SameAs(law.Action))
        {
            throw new ArgumentException(
                $"a residual needs at least one channel, and runs like its law: the law has ({law.State}) and ({law.Action}), the runs ({train.State}) and ({train.Action})", nameof(channels));
        }

        using var scope = NewDisposeScope();
        return new(law, train, [.. channels.Select(law.State.IndexOf)], (width, depth));
    }

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return (law.Derivative(state, action) + residual.call(Inputs(state, action)).matmul(places)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Mean square of what the network adds, in units of what a step changes: added to the loss with a small weight, it keeps
    /// the network from explaining what the law can explain.
    /// </summary>
    /// <param name="state">States [..., S].</param>
    /// <param name="action">Actions [..., A].</param>
    public Tensor Residual(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return residual.Size(Inputs(state, action)).MoveToOuterDisposeScope();
    }

    private static Tensor Inputs(Tensor state, Tensor action) => cat([state, action], dim: -1);
}
