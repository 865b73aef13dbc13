using System.Numerics;

namespace WorldModel.Twins;

/// <summary>The positions of a run: its first three channels, which must be lengths in m.</summary>
internal sealed class PositionChannels
{
    private readonly double[][] series;

    /// <exception cref="ArgumentException">The first three channels are no lengths in m.</exception>
    internal PositionChannels(Trajectories runs, int run)
    {
        if (runs.State.Size < 3 || runs.State.Channels.Take(3).Any(channel => channel.Unit != "m"))
        {
            throw new ArgumentException($"readings of a position need three lengths [m] first, and the channels are: {runs.State}", nameof(runs));
        }

        (series, Dt) = ([.. runs.State.Channels.Take(3).Select(channel => runs.Series(channel.Name, run))], runs.Dt);
    }

    /// <summary>Length of the run [s].</summary>
    internal double Seconds => (series[0].Length - 1) * Dt;

    private double Dt { get; }

    /// <summary>Position [m] at a state.</summary>
    internal Vector3 this[int state] => new((float)series[0][state], (float)series[1][state], (float)series[2][state]);

    /// <summary>Position [m] at a time [s], on the straight line between the states around it.</summary>
    internal Vector3 At(double time)
    {
        var before = Math.Clamp((int)(time / Dt), 0, series[0].Length - 1);
        var after = Math.Min(before + 1, series[0].Length - 1);
        return Vector3.Lerp(this[before], this[after], (float)Math.Clamp(time / Dt - before, 0, 1));
    }
}
