using WorldModel.Native;

namespace WorldModel.Worlds;

/// <summary>
/// Discs that slide on a floor without friction and bounce off each other and off walls. Between contacts they fly
/// straight; each contact is found and resolved at its exact moment (event-driven, Alder and Wainwright, Journal of
/// Chemical Physics 31, 1959), in double precision. Ball against ball keeps momentum, and energy where
/// <see cref="Restitution"/> is 1. No gradient flows through it.
/// </summary>
public sealed class Balls : IDynamics
{
    private readonly Crowd crowd;

    /// <summary>So many balls.</summary>
    /// <param name="count">Number of balls N.</param>
    /// <param name="room">Where they are; an endless floor when not given.</param>
    /// <param name="dt">Length of one step [s].</param>
    /// <exception cref="ArgumentOutOfRangeException">Count or step is not positive.</exception>
    public Balls(int count, Room? room = null, double dt = 0.05)
    {
        TorchLibrary.EnsureLoaded();
        (crowd, Room) = (new(count), room);
        Dt = double.IsFinite(dt) && dt > 0 ? dt : throw new ArgumentOutOfRangeException(nameof(dt), dt, "a step must be longer than 0 s");
    }

    /// <summary>The room; null for an endless floor.</summary>
    public Room? Room { get; }

    /// <summary>Speed apart over speed together of two balls, 0 (no rebound) to 1 (no energy lost).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public double Restitution { get; init => field = Fraction(value); } = 1;

    /// <summary>The same for a ball and a wall.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of 0 to 1.</exception>
    public double WallRestitution { get; init => field = Fraction(value); } = 1;

    /// <summary>Channels of a <see cref="Crowd"/>.</summary>
    public Space State => crowd.State;

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <inheritdoc />
    public double Dt { get; }

    /// <summary>Next state [B, 6·N] from state [B, 6·N].</summary>
    /// <exception cref="ArgumentException">A number is not finite, or a mass or radius is negative.</exception>
    /// <exception cref="InvalidOperationException">More contacts in a step than can be followed: the balls are packed.</exception>
    public Tensor Step(Tensor state, Tensor action)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var values = state.to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
        Require(values);
        BallFlight flight = new(crowd.Count, Room, Restitution, WallRestitution);
        foreach (var start in Enumerable.Range(0, (int)state.shape[0]).Select(run => run * crowd.State.Size))
        {
            flight.Advance(values.AsSpan(start, crowd.State.Size), Dt);
        }

        return tensor(values, state.shape).to(state.dtype, state.device).MoveToOuterDisposeScope();
    }

    private void Require(double[] values)
    {
        var wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        wrong = wrong >= 0 ? wrong : Enumerable.Range(0, values.Length).FirstOrDefault(i => i % State.Size >= 4 * crowd.Count && values[i] < 0, -1);
        if (wrong >= 0)
        {
            throw new ArgumentException($"'{State.Channels[wrong % State.Size].Label}' of run {wrong / State.Size} is {values[wrong]}: balls need finite numbers, and masses and radii of at least 0");
        }
    }

    private static double Fraction(double value) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "a restitution lies from 0 to 1");
}
