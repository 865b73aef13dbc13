namespace WorldModel.Twins;

/// <summary>A normal distribution sent through a function: the deviations of both, column by column, so that products of rows are covariances.</summary>
/// <param name="Mean">Mean [O] of what came out.</param>
/// <param name="From">Deviations [S, m] of what went in.</param>
/// <param name="To">Deviations [O, m] of what came out.</param>
/// <param name="Excess">A deviation [O] of what came out that counts negatively; null when there is none.</param>
internal sealed record Passed(double[] Mean, Matrix From, Matrix To, double[]? Excess = null)
{
    /// <summary>Root of the joint covariance of some of what came out, with noise of a given root, and what went in.</summary>
    /// <param name="noise">Root of the noise [O, n].</param>
    /// <param name="rows">Which of what came out.</param>
    internal Matrix Joint(Matrix noise, ReadOnlySpan<int> rows)
    {
        Matrix joint = new(rows.Length + From.Rows, To.Columns + noise.Columns);
        for (var row = 0; row < rows.Length; row++)
        {
            To.Row(rows[row]).CopyTo(joint.Row(row));
            noise.Row(rows[row]).CopyTo(joint.Row(row)[To.Columns..]);
        }

        joint.Place(From, rows.Length, 0);
        return Excess is null ? joint : Less(joint, rows);
    }

    private Matrix Less(Matrix joint, ReadOnlySpan<int> rows)
    {
        var covariance = joint.Square();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows.Length; column++)
            {
                covariance[row, column] -= Excess![rows[row]] * Excess[rows[column]];
            }
        }

        return CovarianceRoot.Of(covariance.ToArray(), joint.Rows, "what these sigma points give (take a larger Alpha, or leave out Kappa)");
    }
}
