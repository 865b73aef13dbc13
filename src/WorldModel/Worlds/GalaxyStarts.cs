namespace WorldModel.Worlds;

/// <summary>How a galaxy begins: light bodies on nearly circular orbits about a heavy one, all in one sense.</summary>
public sealed record GalaxyStarts
{
    /// <summary>Mass of the first body, the centre [kg].</summary>
    public double Centre { get; init; } = 10;

    /// <summary>Smallest and largest mass of the others [kg]; drawn between them on a logarithmic scale.</summary>
    public (double Least, double Most) Mass { get; init; } = (0.1, 1);

    /// <summary>Distances of the others from the centre [m]; each has a ring of its own between them.</summary>
    public (double Least, double Most) Distance { get; init; } = (1, 3);

    /// <summary>Standard deviation of the speeds, relative to that of a circle.</summary>
    public double Disorder { get; init; } = 0.1;

    /// <summary>First states [B, 6·N], in 32-bit floats. The centre of mass rests at the origin.</summary>
    /// <param name="count">Number of bodies N, the centre among them.</param>
    /// <param name="runs">Number of runs B.</param>
    /// <param name="seed">Seed of all that is drawn.</param>
    /// <param name="gravity">Gravitational constant [m³/(kg·s²)] that the orbits are for.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two bodies.</exception>
    public Tensor Draw(int count, int runs, int seed, double gravity = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        using var scope = NewDisposeScope();
        using var generator = Seed.Generator(seed);
        Tensor Even() => rand([runs, count - 1], float32, generator: generator);
        var (least, most) = (Math.Log(Mass.Least), Math.Log(Mass.Most));
        var masses = cat([full([runs, 1], Centre), (least + (most - least) * Even()).exp()], dim: 1);
        var ring = (arange(0, count - 1) + Even()) / (count - 1);
        var distance = Distance.Least + (Distance.Most - Distance.Least) * ring;
        var (angle, speed) = (2 * Math.PI * Even(), (gravity * Centre / distance).sqrt() * (1 + Disorder * randn([runs, count - 1], generator: generator)));
        var (cos, sin) = (angle.cos(), angle.sin());
        var places = Centred(stack([distance * cos, distance * sin], dim: -1), masses);
        var velocities = Centred(stack([-speed * sin, speed * cos], dim: -1), masses);
        return Crowd.Compose(places, velocities, masses, 0.08 * masses.pow(1.0 / 3)).to(float32).MoveToOuterDisposeScope();
    }

    // The centre's own place and velocity, before the mean is taken away, are 0.
    private static Tensor Centred(Tensor others, Tensor masses)
    {
        var all = nn.functional.pad(others, [0, 0, 1, 0]);
        var weight = (masses / masses.sum(-1, keepdim: true)).unsqueeze(-1);
        return all - (weight * all).sum(-2, keepdim: true);
    }
}
