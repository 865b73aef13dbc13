namespace WorldModel.Charts;

/// <summary>What is believed of one channel over time: a mean inside its interval, beside truth and readings.</summary>
public static class BandChart
{
    /// <summary>Draws one channel of one run over time [s], with a shaded band between two of the trajectories.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="run">Number of the run, from 0.</param>
    /// <param name="band">Name and both ends of the interval, as <see cref="Twins.KalmanEstimates.Band"/> gives them; it has the colour of the last series.</param>
    /// <param name="series">
    /// The first is drawn bold and black as the truth; those called "sensor" or "observed" as markers; the others as
    /// coloured lines, the last of them the mean of the band. A NaN is a gap. What runs away leaves the picture.
    /// </param>
    /// <exception cref="ArgumentException">There is no series, no such channel or run, a series has no finite value, units differ, or the ends of the band do not belong together.</exception>
    public static Figure Draw(string title, string channel, int run, (string Name, Trajectories Low, Trajectories High) band, params (string Name, Trajectories Runs)[] series)
    {
        Demand.Some(series, nameof(series));
        var shared = Demand.Shared(channel, run, [.. series, (band.Name, band.Low), (band.Name, band.High)]);
        var lines = series.Select((one, i) => RunLook.Line(one, channel, run, i)).ToList();
        var area = Area(band, channel, run, lines[^1].Color);
        return new(new Drawing("band over time", title)
        {
            X = new("time [s]"),
            Y = new(shared.Label) { Range = RunLook.Window([.. lines.Select(line => line.Y), area.Y]) },
            Series = [area, .. lines],
            Contents = Contents.Of([.. lines, area], shared.Unit, line => line.Y),
        });
    }

    private static Series Area((string Name, Trajectories Low, Trajectories High) band, string channel, int run, string color)
    {
        var (seconds, low, high) = (band.Low.Seconds(), band.Low.Series(channel, run), band.High.Series(channel, run));
        Demand.SameLength(band.Name, low, high, nameof(band));
        Demand.Finite(band.Name, [.. low.Zip(high, (below, above) => above - below)], nameof(band));
        int[] known = [.. Enumerable.Range(0, low.Length).Where(i => double.IsFinite(high[i] - low[i]))];
        int[] points = [.. Numbers.Thin(known.Length).Select(i => known[i])];
        int[] back = [.. points.Reverse()];
        return new(band.Name, [.. points.Concat(back).Select(i => seconds[i])], [.. points.Select(i => high[i]), .. back.Select(i => low[i])])
        {
            Color = color,
            Mark = Mark.Area,
            Width = 0,
            Opacity = 0.22,
        };
    }
}
