namespace WorldModel.Data;

/// <summary>
/// Runs whose state is not one frame but the last few, newest first: what a model gets that sees positions alone, of which
/// one says nothing about where things are going.
/// </summary>
public static class Histories
{
    /// <summary>Channels of a stack: those of a frame, then the same "1 ago", "2 ago", …</summary>
    /// <param name="frame">Channels of one frame, size P.</param>
    /// <param name="frames">Frames k of a stack.</param>
    /// <returns>k·P channels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A stack needs at least one frame.</exception>
    public static Space Of(Space frame, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        var older = Enumerable.Range(1, frames - 1).SelectMany(age => frame.Channels.Select(channel => channel with { Name = $"{channel.Name} {age} ago" }));
        return new([.. frame.Channels, .. older]);
    }

    /// <summary>The same runs with the last frames stacked; the first state of a run is its first full stack.</summary>
    /// <param name="runs">Runs of T+1 frames [B, T+1, P].</param>
    /// <param name="frames">Frames k of a stack.</param>
    /// <returns>Runs with states [B, T+2-k, k·P].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A stack has no frame, or the runs are too short for a step from one to the next.</exception>
    public static Trajectories Stack(this Trajectories runs, int frames)
    {
        var space = Of(runs.State, frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, runs.Steps);
        using var scope = NewDisposeScope();
        var steps = runs.Steps + 1 - frames;
        var ages = Enumerable.Range(0, frames).Select(age => runs.States.narrow(1, frames - 1 - age, steps + 1)).ToList();
        var actions = runs.Actions.narrow(1, frames - 1, steps);
        return new(space, runs.Action, cat(ages, dim: -1).MoveToOuterDisposeScope(), actions.MoveToOuterDisposeScope(), runs.Dt);
    }

    /// <summary>The newest frame of every stack: undoes <see cref="Stack"/>, except for the frames before the first full stack.</summary>
    /// <param name="stacked">Runs with states [B, T+1, k·P].</param>
    /// <param name="frames">Frames k of a stack.</param>
    /// <returns>Runs with states [B, T+1, P].</returns>
    /// <exception cref="ArgumentException">The states are no such stacks.</exception>
    public static Trajectories Newest(this Trajectories stacked, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        Space frame = new(stacked.State.Channels[..(stacked.State.Size / frames)]);
        return Of(frame, frames).SameAs(stacked.State)
            ? new(frame, stacked.Action, stacked.States.narrow(2, 0, frame.Size), stacked.Actions, stacked.Dt)
            : throw new ArgumentException($"these states are no stack of {frames} frames: {stacked.State}", nameof(stacked));
    }
}
