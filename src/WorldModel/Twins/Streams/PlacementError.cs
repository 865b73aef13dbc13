namespace WorldModel.Twins;

/// <summary>How far a twin's placement is from the truth: root mean squares over the compared moments.</summary>
/// <param name="Placement">Which placement.</param>
/// <param name="Moments">How many moments were compared.</param>
/// <param name="Coordinates">Error of x, y and z [m], in the parent's frame.</param>
/// <param name="Angle">Error of the orientation [rad]; NaN where the truth does not tell it.</param>
public sealed record PlacementError(string Placement, int Moments, (double X, double Y, double Z) Coordinates, double Angle)
{
    /// <summary>Distance [m].</summary>
    public double Distance => Math.Sqrt(X * X + Y * Y + Z * Z);

    /// <summary>Error of the first coordinate [m].</summary>
    public double X => Coordinates.X;

    /// <summary>Error of the second coordinate [m].</summary>
    public double Y => Coordinates.Y;

    /// <summary>Error of the height [m].</summary>
    public double Z => Coordinates.Z;
}
