namespace WorldModel.Worlds;

/// <summary>How balls begin.</summary>
public sealed record BallStarts
{
    private const int Tries = 10_000;

    /// <summary>Smallest and largest radius [m]; each ball's is drawn between them.</summary>
    public (double Least, double Most) Radius { get; init; } = (0.1, 0.2);

    /// <summary>Smallest and largest mass [kg]; drawn between them on a logarithmic scale, whatever the radius.</summary>
    public (double Least, double Most) Mass { get; init; } = (0.5, 2);

    /// <summary>Standard deviation of each component of the velocities [m/s].</summary>
    public double Speed { get; init; } = 0.7;

    /// <summary>First states [B, 6·N], in 32-bit floats: places drawn evenly over the room, no two balls overlapping.</summary>
    /// <param name="count">Number of balls N.</param>
    /// <param name="room">Where they are.</param>
    /// <param name="runs">Number of runs B.</param>
    /// <param name="seed">Seed of all that is drawn.</param>
    /// <exception cref="ArgumentException">So many balls do not find room; the message says so.</exception>
    public Tensor Draw(int count, Room room, int runs, int seed)
    {
        Crowd crowd = new(count);
        Random random = new(seed);
        var values = Enumerable.Range(0, runs).SelectMany(_ => One(random, count, room)).ToArray();
        using var scope = NewDisposeScope();
        return tensor(values).reshape(runs, crowd.State.Size).MoveToOuterDisposeScope();
    }

    private IEnumerable<float> One(Random random, int count, Room room)
    {
        double[] radii = [.. Enumerable.Range(0, count).Select(_ => Between(random, Radius))];
        var places = Places(random, radii, room);
        double[] velocities = [.. Enumerable.Range(0, 2 * count).Select(_ => Speed * Normal(random))];
        double[] masses = [.. Enumerable.Range(0, count).Select(_ => Math.Exp(Between(random, (Math.Log(Mass.Least), Math.Log(Mass.Most)))))];
        return places.SelectMany(place => new[] { place.X, place.Y }).Concat(velocities).Concat(masses).Concat(radii).Select(value => (float)value);
    }

    private static List<(double X, double Y)> Places(Random random, double[] radii, Room room)
    {
        List<(double X, double Y)> places = [];
        for (var attempt = 0; places.Count < radii.Length; attempt++)
        {
            var radius = radii[places.Count];
            var (x, y) = (Between(random, (radius, room.Width - radius)), Between(random, (radius, room.Height - radius)));
            var isFree = !places.Where((place, other) => Math.Pow(place.X - x, 2) + Math.Pow(place.Y - y, 2) < Math.Pow(radius + radii[other] + 1e-3, 2)).Any();
            if (isFree && room.Width > 2 * radius && room.Height > 2 * radius)
            {
                places.Add((x, y));
            }
            else if (attempt > Tries)
            {
                throw new ArgumentException($"{radii.Length} balls of radius up to {radii.Max():g3} m do not find room on {room.Width:g3} m × {room.Height:g3} m", nameof(room));
            }
        }

        return places;
    }

    private static double Between(Random random, (double Least, double Most) range) => range.Least + (range.Most - range.Least) * random.NextDouble();

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
