namespace WorldModel.Models;

/// <summary>
/// Accelerations from a mass matrix M(q) = L·Lᵀ, a potential V(q) and forces: M·dv/dt = force − ∂V/∂q + ½·∂(vᵀMv)/∂q − dM/dt·v.
/// M is never built nor inverted: L is triangular, so two substitutions solve it.
/// </summary>
/// <param name="Factor">L [B, n, n], zero above its diagonal.</param>
/// <param name="Changes">∂L/∂q [B, n, n, n], the coordinate first.</param>
/// <param name="Slope">∂V/∂q [B, n].</param>
internal sealed record EulerLagrange(Tensor Factor, Tensor Changes, Tensor Slope)
{
    /// <summary>dv/dt [B, n] at velocities [B, n]; no force where it is null.</summary>
    internal Tensor Accelerations(Tensor velocities, Tensor? force)
    {
        using var scope = NewDisposeScope();
        var column = velocities.unsqueeze(-1);
        var spread = Factor.mT.matmul(column); // y = Lᵀ·v: the kinetic energy is ½·y²
        var spreads = Changes.mT.matmul(column.unsqueeze(1)); // ∂y/∂q
        var kinetic = (spreads * spread.unsqueeze(1)).sum([-1, -2]);
        var turning = (Changes * velocities.unsqueeze(-1).unsqueeze(-1)).sum(1); // dL/dt
        var drag = turning.matmul(spread) + Factor.matmul(turning.mT.matmul(column));
        var total = kinetic - Slope - drag.squeeze(-1);
        return Solve(force is null ? total : total + force).MoveToOuterDisposeScope();
    }

    // L·w = right side from the top down, then Lᵀ·a = w from the bottom up.
    private Tensor Solve(Tensor right)
    {
        var size = (int)right.shape[^1];
        Tensor At(int row, int column) => Factor.select(1, row).select(1, column);
        var (middle, found) = (new Tensor[size], new Tensor[size]);
        for (var row = 0; row < size; row++)
        {
            var rest = Enumerable.Range(0, row).Aggregate(right.select(1, row), (sum, column) => sum - At(row, column) * middle[column]);
            middle[row] = rest / At(row, row);
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var rest = Enumerable.Range(row + 1, size - row - 1).Aggregate(middle[row], (sum, column) => sum - At(column, row) * found[column]);
            found[row] = rest / At(row, row);
        }

        return stack(found, dim: 1);
    }
}
