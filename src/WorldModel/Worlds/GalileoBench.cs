namespace WorldModel.Worlds;

/// <summary>
/// Galileo's bench of about 1608: a ball rolls down from height H, leaves the bench and lands at distance D. One step
/// is one release. It leaves with speed v, v²/g = κ·H (κ = 10/7 rolling without slipping, 2 sliding without friction),
/// at an angle α below the horizontal, and falls h:
/// D = cos α·(√(s²·sin²α + 2·s·h) − s·sin α) with s = κ·H. Lengths in punti (about 0.94 mm).
/// Source: Dickey and Arnold, Journal of Statistics Education 3(1), 1995, after Drake, Galileo at Work, 1978.
/// </summary>
public sealed class GalileoBench : IDynamics
{
    /// <summary>Height h [punti] from where the ball leaves to where it lands; calibrate it.</summary>
    public required Tensor Drop { get; init; }

    /// <summary>Angle α [rad] below the horizontal at which the ball leaves: 0 for the shelf.</summary>
    public Tensor Slope { get; init; } = Constant.Of(0);

    /// <summary>κ = v²/(g·H): 10/7 for a ball that rolls.</summary>
    public Tensor Speed { get; init; } = Constant.Of(10f / 7);

    /// <inheritdoc />
    public Space State { get; } = new(new("release height", "punti"), new("distance", "punti"));

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <summary>One release; there is no clock on Galileo's bench.</summary>
    public double Dt => 1;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var height = state.narrow(-1, 0, 1);
        var (run, fall) = (Speed * height, Speed * height * Slope.sin());
        var distance = Slope.cos() * ((fall.square() + 2 * run * Drop).sqrt() - fall);
        return cat([height, distance], dim: -1).MoveToOuterDisposeScope();
    }
}
