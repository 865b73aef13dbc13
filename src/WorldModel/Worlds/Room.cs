namespace WorldModel.Worlds;

/// <summary>A rectangular room, seen from above: x from 0 to its width, y from 0 to its height.</summary>
public sealed record Room
{
    /// <summary>A room of this width and height [m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is not a positive number.</exception>
    public Room(double width, double height) => (Width, Height) = (Positive(width, nameof(width)), Positive(height, nameof(height)));

    /// <summary>Length along x [m].</summary>
    public double Width { get; }

    /// <summary>Length along y [m].</summary>
    public double Height { get; }

    /// <summary>A square room with as much floor [m²] for each object, however many there are: equally crowded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Count or area is not positive.</exception>
    public static Room Square(int count, double areaEach)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var side = Math.Sqrt(count * Positive(areaEach, nameof(areaEach)));
        return new(side, side);
    }

    private static double Positive(double length, string name) =>
        double.IsFinite(length) && length > 0 ? length : throw new ArgumentOutOfRangeException(name, length, "a room needs lengths above 0");
}
