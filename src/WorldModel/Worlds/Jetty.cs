namespace WorldModel.Worlds;

/// <summary>A jetty, seen from above: a rectangle into which the middle of a boat cannot go.</summary>
/// <param name="Left">Smallest x [m].</param>
/// <param name="Bottom">Smallest y [m].</param>
/// <param name="Right">Largest x [m].</param>
/// <param name="Top">Largest y [m].</param>
public sealed record Jetty(double Left, double Bottom, double Right, double Top)
{
    /// <summary>The same dynamics with this jetty in the way: who would enter it in a step stays where it was, at rest.</summary>
    /// <param name="boat">Something with a place, the channels x and y; all channels in m/s or rad/s are its motion. Its steps must be short: it must not leap across.</param>
    /// <exception cref="ArgumentException">There is no channel x or y.</exception>
    public IDynamics InTheWayOf(IDynamics boat) => new Stopped(boat, this);

    /// <summary>Which states [B, S] lie in it, as [B].</summary>
    private Tensor Holds(Tensor state, Space channels)
    {
        var (x, y) = (state.select(-1, channels.IndexOf("x")), state.select(-1, channels.IndexOf("y")));
        return (x > Left).logical_and(x < Right).logical_and(y > Bottom).logical_and(y < Top);
    }

    private sealed class Stopped : IDynamics
    {
        private readonly IDynamics boat;
        private readonly Jetty jetty;
        private readonly int[] places;
        private readonly int[] motions;

        internal Stopped(IDynamics boat, Jetty jetty)
        {
            (this.boat, this.jetty) = (boat, jetty);
            places = [boat.State.IndexOf("x"), boat.State.IndexOf("y")];
            motions = [.. boat.State.Channels.Index().Where(channel => channel.Item.Unit is "m/s" or "rad/s").Select(channel => channel.Index)];
        }

        public Space State => boat.State;

        public Space Action => boat.Action;

        public double Dt => boat.Dt;

        public Tensor Step(Tensor state, Tensor action)
        {
            using var scope = NewDisposeScope();
            var next = boat.Step(state, action);
            var isIn = jetty.Holds(next, State).unsqueeze(-1);
            var at = Enumerable.Range(0, State.Size).Select(channel =>
                places.Contains(channel) ? state.narrow(-1, channel, 1)
                : motions.Contains(channel) ? zeros_like(state.narrow(-1, channel, 1))
                : next.narrow(-1, channel, 1));
            return where(isIn, cat([.. at], dim: -1), next).MoveToOuterDisposeScope();
        }
    }
}
