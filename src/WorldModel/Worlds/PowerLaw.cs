namespace WorldModel.Worlds;

/// <summary>One quantity as a power of another, y = c·xᵖ. One step is one measurement: from (x, anything) to (x, y).</summary>
public sealed class PowerLaw : IDynamics
{
    /// <summary>Factor c: y where x is 1.</summary>
    public required Tensor Factor { get; init; }

    /// <summary>Exponent p.</summary>
    public required Tensor Exponent { get; init; }

    /// <inheritdoc />
    public Space State { get; init; } = new(new("x", ""), new("y", ""));

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <summary>One measurement; there is no clock.</summary>
    public double Dt => 1;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var x = state.narrow(-1, 0, 1);
        return cat([x, Factor * x.pow(Exponent)], dim: -1).MoveToOuterDisposeScope();
    }
}
