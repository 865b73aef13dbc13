using WorldModel.Worlds;

namespace WorldModel.Charts;

/// <summary>A crowd of discs from above, in motion: the truth as filled discs, predictions as rings, each with its trail.</summary>
public static class DiscsChart
{
    private const int MostFrames = 41;
    private const int Sides = 8; // of half a disc

    /// <summary>Draws one run of several trajectories of the same crowd.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="room">The room, drawn as its walls; null where there is none.</param>
    /// <param name="run">Number of the run, from 0.</param>
    /// <param name="series">The first is the truth. A disc that runs away leaves the picture.</param>
    /// <exception cref="ArgumentException">There is no series or no such run, they are no crowds or crowds of different sizes, or one has no finite value.</exception>
    public static Figure Draw(string title, Room? room, int run, params (string Name, Trajectories Runs)[] series)
    {
        Demand.Some(series, nameof(series));
        var crowd = Crowd.Of(series[0].Runs.State);
        foreach (var name in crowd.State.Channels.Take(2 * crowd.Count).Select(channel => channel.Name))
        {
            Demand.Shared(name, run, series);
        }

        List<DiscPath> paths = [.. series.SelectMany((one, number) => Enumerable.Range(1, crowd.Count).Select(n => DiscPath.Of(one, run, n, number)))];
        paths = [.. paths.Where(path => path.Radius > 0)];
        var window = room is null ? Window(paths) : (X: (0, room.Width), Y: (0, room.Height));
        var trails = paths.Select(path => path.Trail()).Concat(room is null ? [] : [Walls(room)]).ToList();
        var seconds = series[0].Runs.Seconds();
        var frames = Numbers.Thin(seconds.Length, MostFrames);
        return new(new Drawing("discs", title)
        {
            X = new("x [m]") { Range = Wider(window.X) },
            Y = new("y [m]") { Range = Wider(window.Y) },
            Series = [.. trails, .. paths.Select(path => path.Disc(0, Sides))],
            Motion = new([.. frames.Select(frame => seconds[frame])], [.. paths.Select((path, i) => path.Follow(frames, trails.Count + i, Sides))]),
            Height = 560,
            HasTrueProportions = true,
            Contents = [.. series.Select((one, number) => $"{one.Name} ({paths.Count(path => path.Number == number)} discs)")],
        });
    }

    private static ((double Low, double High) X, (double Low, double High) Y) Window(List<DiscPath> paths)
    {
        double[] Reach(Func<DiscPath, double[]> values) => [.. paths.Where(path => path.Number == 0).SelectMany(path => values(path).SelectMany(v => new[] { v - path.Radius, v + path.Radius }))];
        var (x, y) = (Reach(path => path.X), Reach(path => path.Y));
        return ((x.Min(), x.Max()), (y.Min(), y.Max()));
    }

    private static (double, double) Wider((double Low, double High) range)
    {
        var margin = Math.Max(0.03 * (range.High - range.Low), 1e-3);
        return (range.Low - margin, range.High + margin);
    }

    private static Series Walls(Room room) =>
        new("walls", [0, room.Width, room.Width, 0, 0], [0, 0, room.Height, room.Height, 0]) { Color = Theme.Faint, Width = 3, InLegend = false };
}
