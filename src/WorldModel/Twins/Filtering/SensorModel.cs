using WorldModel.Native;

namespace WorldModel.Twins;

/// <summary>What a filter's sensor reads of a state, before noise.</summary>
public sealed class SensorModel
{
    /// <summary>A sensor that reads functions of the state, such as the distance to a beacon.</summary>
    /// <param name="readings">Channels that are read, size M.</param>
    /// <param name="read">Readings [N, M] from states [N, S] of 64-bit floats, row by row; differentiable for <see cref="Kalman.Extended"/>.</param>
    public SensorModel(Space readings, Func<Tensor, Tensor> read)
    {
        TorchLibrary.EnsureLoaded();
        (Readings, Read) = (readings, read);
    }

    /// <summary>Channels that are read, size M.</summary>
    public Space Readings { get; }

    internal Func<Tensor, Tensor> Read { get; }

    /// <summary>Whether readings are channels of the state, so that no filter has to approximate them.</summary>
    internal bool PicksChannels { get; private init; }

    /// <summary>A sensor that reads some channels of a state; all of them when none is named.</summary>
    /// <exception cref="ArgumentException">The state has no such channel.</exception>
    public static SensorModel Of(Space state, params string[] channels)
    {
        long[] columns = channels.Length == 0 ? [.. Enumerable.Range(0, state.Size)] : [.. channels.Select(channel => (long)state.IndexOf(channel))];
        Space readings = new([.. columns.Select(column => state.Channels[column])]);
        return new(readings, Pick) { PicksChannels = true };

        Tensor Pick(Tensor states)
        {
            using var index = tensor(columns, device: states.device);
            return states.index_select(1, index);
        }
    }
}
