using System.Numerics;

namespace WorldModel.Twins;

/// <summary>Adds up squared errors of one placement.</summary>
internal sealed class ErrorSums(string placement)
{
    private readonly double[] squares = new double[4];
    private int moments;
    private int turns;

    internal void Add(Reading truth, Placement held)
    {
        var error = truth.Position - held.Position;
        for (var axis = 0; axis < 3; axis++)
        {
            squares[axis] += (double)error[axis] * error[axis];
        }

        moments++;
        if (truth.Orientation is { } turn)
        {
            squares[3] += Math.Pow(Angle(turn, held.Orientation), 2);
            turns++;
        }
    }

    internal PlacementError Total() => new(placement, moments, (Root(0, moments), Root(1, moments), Root(2, moments)), Root(3, turns));

    // From the part of the rotation between them that is no scalar: exact for small angles, where the arc cosine is not.
    private static double Angle(Quaternion one, Quaternion other)
    {
        var between = one * Quaternion.Conjugate(other);
        return 2 * Math.Atan2(new Vector3(between.X, between.Y, between.Z).Length(), Math.Abs(between.W));
    }

    private double Root(int index, int count) => Math.Sqrt(squares[index] / count);
}
