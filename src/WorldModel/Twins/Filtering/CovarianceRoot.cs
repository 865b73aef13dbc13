namespace WorldModel.Twins;

/// <summary>The lower triangular root of a covariance that was given as numbers (Cholesky), which is also the proof that it is one.</summary>
internal static class CovarianceRoot
{
    // Of a correlation matrix, whose pivots are at most 1: below it a pivot is rounding.
    private const double LeastPivot = 1e-13;
    private const double Asymmetry = 1e-9;

    /// <summary>Root [size, size]; where variance is zero in some direction, so is a column.</summary>
    /// <exception cref="ArgumentException">It has another size, is not finite, not symmetric, or not positive (semi-)definite.</exception>
    internal static Matrix Of(double[,] covariance, int size, string what, bool positive = false)
    {
        KalmanRules.RequireSize(covariance, size, size, what);
        var root = Matrix.Of(covariance);
        var deviations = Deviations(root, what);
        for (var row = 0; row < size; row++)
        {
            Correlate(root, row, deviations, what);
        }

        for (var column = 0; column < size; column++)
        {
            Eliminate(root, column, what, positive);
        }

        return Scaled(root, deviations);
    }

    private static double[] Deviations(Matrix matrix, string what)
    {
        var deviations = new double[matrix.Rows];
        for (var i = 0; i < matrix.Rows; i++)
        {
            deviations[i] = matrix[i, i] >= 0 ? Math.Sqrt(matrix[i, i]) : throw Indefinite(what, $"variance {i + 1} is {matrix[i, i]}");
        }

        return deviations;
    }

    // Correlations instead of covariances, so that channels of different units compare.
    private static void Correlate(Matrix matrix, int row, double[] deviations, string what)
    {
        for (var column = 0; column < row; column++)
        {
            var (below, above, scale) = (matrix[row, column], matrix[column, row], deviations[row] * deviations[column]);
            if (!(Math.Abs(below - above) <= Asymmetry * Math.Max(Math.Abs(below), Math.Abs(above))))
            {
                throw new ArgumentException($"{what} must be symmetric, but [{row}, {column}] is {below} and [{column}, {row}] is {above}");
            }

            matrix[row, column] = scale > 0 ? below / scale : below == 0 ? 0 : throw Indefinite(what, $"[{row}, {column}] is {below} beside a variance of 0");
        }

        matrix[row, row] = deviations[row] > 0 ? 1 : 0;
    }

    private static void Eliminate(Matrix root, int column, string what, bool positive)
    {
        var known = root.Row(column)[..column];
        var pivot = root[column, column] - Matrix.Dot(known, known);
        if (pivot < (positive ? LeastPivot : -LeastPivot))
        {
            throw Indefinite(what, $"channel {column + 1} has no variance of its own");
        }

        var length = pivot > LeastPivot ? Math.Sqrt(pivot) : 0;
        root[column, column] = length;
        for (var row = column + 1; row < root.Rows; row++)
        {
            var rest = root[row, column] - Matrix.Dot(root.Row(row)[..column], known);
            if (length == 0 && Math.Abs(rest) > Math.Sqrt(LeastPivot))
            {
                throw Indefinite(what, $"channels {column + 1} and {row + 1} are correlated by more than 1");
            }

            root[row, column] = length > 0 ? rest / length : 0;
        }
    }

    private static Matrix Scaled(Matrix root, double[] deviations)
    {
        for (var row = 0; row < root.Rows; row++)
        {
            root.Row(row)[(row + 1)..].Clear();
            foreach (ref var value in root.Row(row))
            {
                value *= deviations[row];
            }
        }

        return root;
    }

    private static ArgumentException Indefinite(string what, string why) =>
        new($"{what} must be a positive definite covariance (0 is only for what an engine or a start knows exactly), but {why}");
}
