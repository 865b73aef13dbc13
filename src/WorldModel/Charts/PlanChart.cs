using WorldModel.Planning;
using WorldModel.Worlds;

namespace WorldModel.Charts;

/// <summary>Somebody who plans, seen from above: at each step the futures that were considered, and the one that was chosen.</summary>
public static class PlanChart
{
    private const int MostFrames = 40;
    private const int MostConsidered = 16;
    private const string Hull = "#D55E00";
    private const double Length = 4, Beam = 1.35; // as RowingChart draws it

    /// <summary>
    /// Plays a run: the boat, the fan of what it considers, what each model expects of the chosen plan, and where it really
    /// went. It stands still at the first step.
    /// </summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="run">What happened and what was planned; the channels x, y and heading, this one as an angle or as cosine and sine.</param>
    /// <param name="goal">Where to [m].</param>
    /// <param name="jetties">What stands in the water.</param>
    /// <exception cref="ArgumentException">A channel is missing, or nothing was planned.</exception>
    public static Figure Draw(string title, PlannedRun run, (double X, double Y) goal, params (string Name, Jetty Place)[] jetties)
    {
        Demand.Some(run.Plans, nameof(run));
        var frames = Numbers.Thin(run.Plans.Count, MostFrames);
        var (x, y) = (run.Run.Series("x"), run.Run.Series("y"));
        var hulls = frames.Select(step => Outline(run.Run, step)).ToList();
        var fans = frames.Select(step => Paths(run.Plans[step].Considered, MostConsidered)).ToList();
        var chosen = frames.Select(step => Paths(run.Plans[step].Futures, int.MaxValue)).ToList();
        Series[] still =
        [
            .. jetties.Select((jetty, i) => Block(jetty, i)),
            new("goal", [goal.X], [goal.Y]) { Color = Theme.ColorOf(2), Mark = Mark.Points, Width = 14 },
            new("where it went", x, y) { Color = Theme.Ink, Width = 2.5 },
        ];
        Series[] moving =
        [
            new("considered", fans[0].X, fans[0].Y) { Color = Theme.ColorOf(1), Width = 1, Opacity = 0.45 },
            new("chosen, as each model imagines it", chosen[0].X, chosen[0].Y) { Color = Theme.ColorOf(0), Width = 2.5 },
            new("boat", hulls[0].X, hulls[0].Y) { Color = Hull, Mark = Mark.Area, Opacity = 0.8 },
        ];
        Track Track(int place, List<(double[] X, double[] Y)> points) => new(still.Length + place, [.. points.Select(one => one.X)], [.. points.Select(one => one.Y)], null);
        Series[] all = [.. still, .. moving];
        return new(new Drawing("plans, step by step", title)
        {
            X = Wide("x [m]", all.SelectMany(one => one.X).Concat(fans.SelectMany(fan => fan.X))),
            Y = Wide("y [m]", all.SelectMany(one => one.Y).Concat(fans.SelectMany(fan => fan.Y))),
            Series = all,
            HasTrueProportions = true,
            Height = 560,
            Motion = new([.. frames.Select(step => step * run.Run.Dt)], [Track(0, fans), Track(1, chosen), Track(2, hulls)]),
            Contents = Contents.Of(all, "m", one => one.Y),
        });
    }

    // One after the other with gaps between them; a centimetre is finer than a pixel, and short numbers keep notebooks small.
    private static (double[] X, double[] Y) Paths(Trajectories runs, int most)
    {
        double[] Gapped(string channel) => [.. Enumerable.Range(0, Math.Min(most, runs.Runs)).SelectMany(run => runs.Series(channel, run).Select(value => Math.Round(value, 2)).Append(double.NaN))];
        return (Gapped("x"), Gapped("y"));
    }

    // Along the upper edge and back along the lower one, as areas go.
    private static (double[] X, double[] Y) Outline(Trajectories run, int step)
    {
        var (x, y) = (run.Series("x")[step], run.Series("y")[step]);
        var (cosine, sine) = Heading(run, step);
        (double Along, double Aside)[] corners = [(-0.5, 0.4), (0.1, 0.5), (0.5, 0), (0.5, 0), (0.1, -0.5), (-0.5, -0.4)];
        double[] At(Func<(double Along, double Aside), double> place) => [.. corners.Select(corner => Math.Round(place((Length * corner.Along, Beam * corner.Aside)), 2))];
        return (At(at => x + (at.Along * cosine) - (at.Aside * sine)), At(at => y + (at.Along * sine) + (at.Aside * cosine)));
    }

    private static (double Cosine, double Sine) Heading(Trajectories run, int step)
    {
        if (run.State.Channels.Any(channel => channel.Name == "cos heading"))
        {
            return (run.Series("cos heading")[step], run.Series("sin heading")[step]);
        }

        var heading = run.Series("heading")[step];
        return (Math.Cos(heading), Math.Sin(heading));
    }

    private static Series Block((string Name, Jetty Place) jetty, int number)
    {
        // The boat's middle keeps out of all of it: its side touches half a beam earlier.
        var (left, bottom, right, top) = (jetty.Place.Left + Beam / 2, jetty.Place.Bottom + Beam / 2, jetty.Place.Right - Beam / 2, jetty.Place.Top - Beam / 2);
        return new(jetty.Name, [left, right, right, left], [top, top, bottom, bottom]) { Color = number == 0 ? "#8A6D4B" : Theme.Faint, Mark = Mark.Area, Opacity = number == 0 ? 0.9 : 0.35 };
    }

    private static Axis Wide(string title, IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return new(title) { Range = (finite.Min() - 1, finite.Max() + 1) };
    }
}
