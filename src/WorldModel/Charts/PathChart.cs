namespace WorldModel.Charts;

/// <summary>Paths through two or three channels, with a marker that runs along each.</summary>
public static class PathChart
{
    private const int MostFrames = 100;
    private const double LongestShape = 4;

    /// <summary>Draws one run of several trajectories as animated paths.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="channels">Names of two or three channels: right, up; or x, y and up.</param>
    /// <param name="run">Number of the run, from 0.</param>
    /// <param name="series">The first is drawn bold and black as the truth; those called "sensor" or "observed" as markers. A path that runs away leaves the picture.</param>
    /// <exception cref="ArgumentException">
    /// There is no series, no such channel or run, not two or three channels, a series has no finite value, or units differ.
    /// </exception>
    public static Figure Draw(string title, string[] channels, int run, params (string Name, Trajectories Runs)[] series)
    {
        if (channels.Length is not (2 or 3))
        {
            throw new ArgumentException($"a path needs 2 or 3 channels, not {channels.Length}", nameof(channels));
        }

        Channel[] axes = [.. channels.Select(channel => Demand.Shared(channel, run, series))];
        var walks = series.Select(one => Walk(one, channels, run)).ToList();
        var paths = walks.Select((walk, i) => RunLook.Of(Points(walk, Numbers.Thin(walk.Seconds.Length)), i)).ToList();
        var frames = Numbers.Thin(walks[0].Seconds.Length, MostFrames).Select(i => walks[0].Seconds[i]).ToArray();
        var spots = walks.Select((walk, i) => Spot(walk, paths[i].Color)).ToList();
        return new(new Drawing("paths", title)
        {
            X = Wide(axes[0], paths, path => path.X),
            Y = Wide(axes[1], paths, path => path.Y),
            Z = axes.Length == 3 ? Wide(axes[2], paths, path => path.Z!) : null,
            Series = [.. paths, .. spots],
            Motion = new(frames, [.. walks.Select((walk, i) => Follow(walk, frames, paths.Count + i))]),
            Height = 500,
            HasTrueProportions = HaveOneScale(axes, paths[0]),
            Contents = Contents.Of(paths, axes[^1].Unit, path => path.Z ?? path.Y),
        });
    }

    private static Walked Walk((string Name, Trajectories Runs) series, string[] channels, int run)
    {
        double[][] values = [.. channels.Select(channel => series.Runs.Series(channel, run))];
        Array.ForEach(values, column => Demand.Finite(series.Name, column, nameof(series)));
        return new(series.Name, series.Runs.Seconds(), values);
    }

    private static Series Points(Walked walk, int[] points)
    {
        double[][] picked = [.. walk.Values.Select(column => points.Select(i => column[i]).ToArray())];
        return new(walk.Name, picked[0], picked[1]) { Z = picked.ElementAtOrDefault(2), Color = "", Group = walk.Name };
    }

    private static Series Spot(Walked walk, string color) =>
        Points(walk, [0]) with { Color = color, Mark = Mark.Points, Width = 11, InLegend = false };

    private static Track Follow(Walked walk, double[] frames, int trace)
    {
        double[][] Along(int axis) => [.. frames.Select(second => new[] { walk.Values[axis][walk.Nearest(second)] })];
        return new(trace, Along(0), Along(1), walk.Values.Length == 3 ? Along(2) : null);
    }

    private static Axis Wide(Channel channel, List<Series> paths, Func<Series, double[]> values)
    {
        if (RunLook.Window([.. paths.Select(values)]) is { } window)
        {
            return new(channel.Label) { Range = window };
        }

        double[] all = [.. paths.SelectMany(values).Where(double.IsFinite)];
        var margin = Math.Max(0.05 * (all.Max() - all.Min()), 1e-6 + 1e-3 * Math.Abs(all.Max()));
        return new(channel.Label) { Range = (all.Min() - margin, all.Max() + margin) };
    }

    private static bool HaveOneScale(Channel[] axes, Series path)
    {
        double[] spans = [.. new[] { path.X, path.Y, path.Z }.OfType<double[]>().Select(values => values.Where(double.IsFinite)).Select(values => values.Max() - values.Min())];
        return axes.All(axis => axis.Unit == axes[0].Unit) && spans.Max() < LongestShape * spans.Min();
    }

    private sealed record Walked(string Name, double[] Seconds, double[][] Values)
    {
        internal int Nearest(double second) =>
            Math.Clamp((int)Math.Round(second / (Seconds.Length > 1 ? Seconds[1] : 1)), 0, Seconds.Length - 1);
    }
}
