namespace WorldModel.Tests.Learning.Calibrating;

/// <summary>y = a + b·x in one step from (x, anything): what textbooks have formulas for.</summary>
internal sealed class Line(Tensor intercept, Tensor slope) : IDynamics
{
    public Space State { get; } = new(new("x", ""), new("y", ""));

    public Space Action => Space.None;

    public double Dt => 1;

    public Tensor Step(Tensor state, Tensor action)
    {
        var x = state.narrow(-1, 0, 1);
        return cat([x, intercept + slope * x], dim: -1);
    }
}
