namespace WorldModel.Worlds;

/// <summary>
/// Newton's law for point masses in a plane. States [..., 4·N] hold all positions (x₁, y₁, x₂, …) [m] and then all
/// velocities [m/s].
/// </summary>
internal static class Gravitation
{
    /// <summary>Channels of bodies with these names: positions first, then velocities.</summary>
    internal static Space StateOf(params string[] bodies) => new(
        [.. Channels(bodies, "", "m"), .. Channels(bodies, "speed ", "m/s")]);

    /// <summary>dx/dt of states [B, 4·N]: aᵢ = Σⱼ G·mⱼ·(rⱼ − rᵢ)/|rⱼ − rᵢ|³.</summary>
    internal static Tensor Derivative(Tensor state, Tensor masses, Tensor gravity)
    {
        using var scope = NewDisposeScope();
        var (places, speeds) = Split(state);
        var apart = places.unsqueeze(-3) - places.unsqueeze(-2); // [..., i, j, 2], from i to j
        var self = eye(places.shape[^2], dtype: state.dtype, device: state.device);
        var distance = (apart.square().sum(-1) + self).sqrt();
        var pull = gravity * masses * (1 - self) / distance.pow(3);
        var turning = (pull.unsqueeze(-1) * apart).sum(-2);
        return cat([speeds, turning], dim: -2).reshape(state.shape).MoveToOuterDisposeScope();
    }

    /// <summary>Energy [J] of states [..., 4·N], as [...]: ½·Σ mᵢ·vᵢ² − Σ G·mᵢ·mⱼ/|rⱼ − rᵢ| over pairs.</summary>
    internal static Tensor Energy(Tensor state, Tensor masses, Tensor gravity)
    {
        using var scope = NewDisposeScope();
        var (places, speeds) = Split(state);
        var self = eye(places.shape[^2], dtype: state.dtype, device: state.device);
        var distance = ((places.unsqueeze(-3) - places.unsqueeze(-2)).square().sum(-1) + self).sqrt();
        var pairs = masses.unsqueeze(-1) * masses * (1 - self) / distance;
        var motion = 0.5 * (masses * speeds.square().sum(-1)).sum(-1);
        return (motion - 0.5 * gravity * pairs.sum([-1, -2])).MoveToOuterDisposeScope();
    }

    /// <summary>Momentum Σ mᵢ·vᵢ [kg·m/s] of states [..., 4·N], as [..., 2].</summary>
    internal static Tensor Momentum(Tensor state, Tensor masses)
    {
        using var scope = NewDisposeScope();
        return (masses.unsqueeze(-1) * Split(state).Speeds).sum(-2).MoveToOuterDisposeScope();
    }

    /// <summary>Angular momentum Σ mᵢ·(xᵢ·vyᵢ − yᵢ·vxᵢ) about the origin [kg·m²/s] of states [..., 4·N], as [...].</summary>
    internal static Tensor AngularMomentum(Tensor state, Tensor masses)
    {
        using var scope = NewDisposeScope();
        var (places, speeds) = Split(state);
        var spin = places.select(-1, 0) * speeds.select(-1, 1) - places.select(-1, 1) * speeds.select(-1, 0);
        return (masses * spin).sum(-1).MoveToOuterDisposeScope();
    }

    private static (Tensor Places, Tensor Speeds) Split(Tensor state)
    {
        var half = state.shape[^1] / 2;
        Tensor InPlane(long start) => state.narrow(-1, start, half).reshape([.. state.shape[..^1], half / 2, 2]);
        return (InPlane(0), InPlane(half));
    }

    private static IEnumerable<Channel> Channels(string[] bodies, string kind, string unit) =>
        bodies.SelectMany(body => new Channel[] { new($"{body} {kind}x", unit), new($"{body} {kind}y", unit) });
}
