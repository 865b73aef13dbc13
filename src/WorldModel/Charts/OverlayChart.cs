namespace WorldModel.Charts;

/// <summary>Truth, observations and predictions of one channel over time.</summary>
public static class OverlayChart
{
    /// <summary>Draws one channel of one run of several trajectories over time [s].</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="run">Number of the run, from 0.</param>
    /// <param name="series">
    /// The first is drawn bold and black as the truth; those called "sensor" or "observed" as markers; the others as
    /// coloured lines. A NaN is a gap. A prediction that runs away leaves the picture instead of flattening the rest.
    /// </param>
    /// <exception cref="ArgumentException">There is no series, no such channel or run, a series has no finite value, or units differ.</exception>
    public static Figure Draw(string title, string channel, int run, params (string Name, Trajectories Runs)[] series)
    {
        var shared = Demand.Shared(channel, run, series);
        var lines = series.Select((one, i) => RunLook.Line(one, channel, run, i)).ToList();
        return new(new Drawing("overlay over time", title)
        {
            X = new("time [s]"),
            Y = new(shared.Label) { Range = RunLook.Window([.. lines.Select(line => line.Y)]) },
            Series = lines,
            Contents = Contents.Of(lines, shared.Unit, line => line.Y),
        });
    }
}
