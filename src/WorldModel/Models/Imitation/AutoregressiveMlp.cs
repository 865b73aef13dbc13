using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// An imitator that draws the next frame from the last ones: next = newest + deviation of changes · net(newest frame and
/// the moves between frames, scaled). It is never told a speed, a force or a law. Tanh layers of equal width, so it can
/// draw no move without bound, whatever it is shown; the last one starts small, so the untrained network draws the newest
/// frame again. Its state is a stack of frames (<see cref="Histories"/>).
/// </summary>
public sealed class AutoregressiveMlp : nn.Module<Tensor, Tensor>, ILearned
{
    private readonly int frames;
    private readonly Sequential change;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor changes;

    private AutoregressiveMlp(Blueprint blueprint, Scaler places, Tensor changes) : base(nameof(AutoregressiveMlp))
    {
        (Blueprint, frames) = (blueprint, blueprint.Whole("frames"));
        Frame = new(blueprint.State.Channels[..(State.Size / frames)]);
        change = nn.Sequential(HiddenLayers.Of(State.Size, (blueprint.Whole("width"), blueprint.Whole("depth")), Frame.Size, nn.Tanh));
        (mean, deviation, this.changes) = (places.Mean, places.Deviation, changes);
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(changes), changes);
        RegisterComponents();
    }

    /// <summary>Channels of one frame, size P.</summary>
    public Space Frame { get; }

    /// <inheritdoc />
    public Blueprint Blueprint { get; }

    /// <inheritdoc />
    public Space State => Blueprint.State;

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <inheritdoc />
    public double Dt => Blueprint.Dt;

    /// <summary>An untrained network for runs like these; they also set the scale of its inputs and outputs.</summary>
    /// <param name="train">Runs of frames to train on, without actions; never those of the test.</param>
    /// <param name="frames">Frames k that it sees.</param>
    /// <param name="width">Units a hidden layer.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <exception cref="ArgumentOutOfRangeException">Frames, width or depth are not positive.</exception>
    /// <exception cref="ArgumentException">The runs take actions, or no step of them is without a lost reading.</exception>
    public static AutoregressiveMlp For(Trajectories train, int frames, int width = 64, int depth = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        Imitated.RequireNoActions(train);
        TorchLibrary.EnsureLoaded();
        using var scope = NewDisposeScope();
        Dictionary<string, string> options = new() { ["frames"] = $"{frames}", ["width"] = $"{width}", ["depth"] = $"{depth}" };
        AutoregressiveMlp model = new(
            new(nameof(AutoregressiveMlp), Histories.Of(train.State, frames), Space.None, train.Dt, options), Scaler.Fit(train.States), Scaler.OfChanges(train).Deviation);
        model.to(train.States.device).to(train.States.dtype);
        return model.Detached();
    }

    /// <summary>A network of that shape, with numbers that mean nothing yet.</summary>
    internal static AutoregressiveMlp Make(Blueprint blueprint)
    {
        var (inputs, frames) = (blueprint.State.Size, blueprint.Whole("frames"));
        var frame = inputs / frames;
        if (blueprint.Action.Size > 0 || frame == 0 || !Histories.Of(new(blueprint.State.Channels[..frame]), frames).SameAs(blueprint.State))
        {
            throw new ArgumentException($"its state is no stack of {frames} frames, or it takes actions: {blueprint.State}; {blueprint.Action}");
        }

        blueprint.RequireRoom(inputs, frame);
        using var scope = NewDisposeScope();
        return new AutoregressiveMlp(blueprint, new(zeros(frame), ones(frame)), ones(frame)).Detached();
    }

    /// <summary>Next frame [B, P] from a stack [B, k·P] of the last ones, newest first.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (newest, moves) = Imitated.Moves(input, frames);
        var scaled = cat([(newest - mean) / deviation, .. moves.Select(move => move / changes)], dim: -1);
        return (newest + changes * change.call(scaled)).MoveToOuterDisposeScope();
    }

    /// <summary>Next stack [B, k·P] from stack [B, k·P].</summary>
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return Imitated.Push(call(state), state).MoveToOuterDisposeScope();
    }

    private AutoregressiveMlp Detached()
    {
        foreach (var kept in parameters().Concat(buffers()))
        {
            kept.DetachFromDisposeScope();
        }

        return this;
    }
}
