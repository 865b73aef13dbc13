using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Charts;

/// <summary>Boats on open water in three dimensions, rowing.</summary>
public static class RowingChart
{
    private const int MostFrames = 60;
    private const string Water = "#CFE6F5";

    private static readonly string[] Needed = ["x", "y", "heading", "left stroke", "right stroke"];

    /// <summary>
    /// Plays the first run of each trajectory as a boat with its oars and the path that it takes. The first is solid, the
    /// others are seen through: what was imagined beside what was.
    /// </summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="boats">Runs with the channels of <see cref="Worlds.Boat"/>.</param>
    /// <exception cref="ArgumentException">There is no boat, a channel is missing, or a value of the run is not finite.</exception>
    public static Figure Draw(string title, params (string Name, Trajectories Run)[] boats)
    {
        Demand.Some(boats, nameof(boats));
        var seconds = boats[0].Run.Seconds();
        int[] frames = Numbers.Thin(seconds.Length, MostFrames);
        var poses = boats.Select(boat => Poses(boat, frames)).ToList();
        var (low, high) = Room(poses);
        Body[] bodies = [Surface(low, high), .. boats.SelectMany((boat, i) => Bodies(boat.Name, poses[i][0], i))];
        Series[] paths = [.. boats.Select((boat, i) => Path(boat.Name, poses[i], i))];
        return new(new Drawing("rowing in 3-D", title)
        {
            X = new("x [m]") { Range = (low.X, high.X) },
            Y = new("y [m]") { Range = (low.Y, high.Y) },
            Z = new("z [m]") { Range = (low.Z, high.Z) },
            Bodies = bodies,
            Series = paths,
            HasTrueProportions = true,
            Height = 560,
            Motion = new([.. frames.Select(i => seconds[i])], [.. poses.SelectMany((pose, boat) => Tracks(pose, 1 + (3 * boat)))]),
            Contents = Contents.Of(paths, "m", path => path.Y),
        });
    }

    private static RowingPose[] Poses((string Name, Trajectories Run) boat, int[] frames)
    {
        double[][] series = [.. Needed.Select(channel => boat.Run.Series(channel))];
        if (frames[^1] >= series[0].Length || series.Any(values => !values.All(double.IsFinite)))
        {
            throw new ArgumentException($"the boat '{boat.Name}' needs a finite place, heading and stroke at every moment of the first one", nameof(boat));
        }

        return [.. frames.Select(i => new RowingPose(new((float)series[0][i], (float)series[1][i], 0), (float)series[2][i], (float)series[3][i], (float)series[4][i]))];
    }

    private static (Vector3 Low, Vector3 High) Room(List<RowingPose[]> poses)
    {
        var places = poses.SelectMany(boat => boat).Select(pose => pose.Place).ToList();
        var margin = new Vector3(3.5f, 3.5f, 0);
        return (places.Aggregate(Vector3.Min) - margin - (0.1f * Vector3.UnitZ), places.Aggregate(Vector3.Max) + margin + (1.2f * Vector3.UnitZ));
    }

    private static Body Surface(Vector3 low, Vector3 high)
    {
        var height = low.Z + 0.05f;
        return new("water", Water, [new(low.X, low.Y, height), new(high.X, low.Y, height), new(high.X, high.Y, height), new(low.X, high.Y, height)], [(0, 1, 2), (0, 2, 3)]) { InLegend = false };
    }

    private static IEnumerable<Body> Bodies(string name, RowingPose pose, int number)
    {
        var color = ColorOf(number);
        return RowingPose.Solids.Select((solid, i) => new Body(name, i == 0 ? color : "#B08D62", pose.Points(i), solid.Faces)
        {
            Opacity = number == 0 ? 1 : 0.45,
            InLegend = i == 0,
            IsOpen = i == 0,
        });
    }

    private static Series Path(string name, RowingPose[] poses, int number) =>
        new($"path of {name}", [.. poses.Select(pose => (double)pose.Place.X)], [.. poses.Select(pose => (double)pose.Place.Y)])
        {
            Z = [.. poses.Select(_ => 0.0)],
            Color = ColorOf(number),
            Width = 4,
        };

    private static string ColorOf(int number) => number == 0 ? "#D55E00" : Theme.ColorOf((2 * number) - 2);

    private static IEnumerable<Track> Tracks(RowingPose[] poses, int first)
    {
        for (var solid = 0; solid < RowingPose.Solids.Length; solid++)
        {
            Vector3[][] points = [.. poses.Select(pose => pose.Points(solid))];
            double[][] Along(Func<Vector3, float> axis) => [.. points.Select(frame => frame.Select(point => Math.Round(axis(point), 3)).ToArray())];
            yield return new(first + solid, Along(point => point.X), Along(point => point.Y), solid == 0 ? null : Along(point => point.Z));
        }
    }
}
