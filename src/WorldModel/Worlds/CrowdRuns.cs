namespace WorldModel.Worlds;

/// <summary>Runs of crowds, seen from elsewhere or put together.</summary>
public static class CrowdRuns
{
    /// <summary>Runs of different numbers of objects as runs of the largest number: the rest are empty places, all 0.</summary>
    /// <exception cref="ArgumentException">There are no runs, they are no crowds, or they differ in their number or length of steps.</exception>
    public static Trajectories Join(params Trajectories[] runs)
    {
        if (runs.Length == 0 || runs.Any(one => one.Steps != runs[0].Steps || Math.Abs(one.Dt - runs[0].Dt) > 1e-6 * runs[0].Dt))
        {
            throw new ArgumentException("runs can be put together when there are some, with as many steps of the same length each", nameof(runs));
        }

        using var scope = NewDisposeScope();
        Crowd most = new(runs.Max(one => Crowd.Of(one.State).Count));
        var states = cat([.. runs.Select(one => Padded(one, most.Count))], dim: 0).MoveToOuterDisposeScope();
        return new(most.State, Space.None, states, states.new_zeros([states.shape[0], runs[0].Steps, 0]).MoveToOuterDisposeScope(), runs[0].Dt);
    }

    /// <summary>States [..., 6·N] turned about the origin by an angle [rad].</summary>
    public static Tensor Turn(this Crowd crowd, Tensor states, double angle)
    {
        using var scope = NewDisposeScope();
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var turn = tensor(new[] { cos, sin, -sin, cos }).reshape(2, 2).to(states.dtype, states.device);
        return crowd.Moved(states, crowd.Positions(states).matmul(turn), crowd.Velocities(states).matmul(turn)).MoveToOuterDisposeScope();
    }

    /// <summary>States [..., 6·N] as somebody sees them who moves the other way: all velocities are larger by one [m/s].</summary>
    public static Tensor Boost(this Crowd crowd, Tensor states, double x, double y)
    {
        using var scope = NewDisposeScope();
        var velocity = tensor(new[] { x, y }).to(states.dtype, states.device);
        var present = (crowd.Masses(states) > 0).to(states.dtype).unsqueeze(-1);
        return crowd.Moved(states, crowd.Positions(states), crowd.Velocities(states) + present * velocity).MoveToOuterDisposeScope();
    }

    private static Tensor Padded(Trajectories runs, int count)
    {
        var crowd = Crowd.Of(runs.State);
        var missing = count - crowd.Count;
        Tensor Fill(Tensor values, bool isPair) => nn.functional.pad(values, isPair ? [0, 0, 0, missing] : [0, missing]);
        var states = runs.States;
        return Crowd.Compose(Fill(crowd.Positions(states), true), Fill(crowd.Velocities(states), true), Fill(crowd.Masses(states), false), Fill(crowd.Radii(states), false));
    }
}
