namespace WorldModel.Twins;

/// <summary>What must hold for the numbers that a filter is given.</summary>
internal static class KalmanRules
{
    // Of a correlation matrix, whose pivots are at most 1: below it a pivot is rounding.
    private const double LeastPivot = 1e-13;

    internal static void RequireFinite(ReadOnlySpan<double> values, string what)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"{what} must be finite numbers, and number {i + 1} is {values[i]}");
            }
        }
    }

    internal static void RequireSize(double[,] matrix, int rows, int columns, string what)
    {
        if (matrix.GetLength(0) != rows || matrix.GetLength(1) != columns)
        {
            throw new ArgumentException($"{what} must be [{rows}, {columns}], not [{matrix.GetLength(0)}, {matrix.GetLength(1)}]");
        }

        RequireFinite(Matrix.Of(matrix).Values, what);
    }

    /// <summary>The diagonal matrix of squared standard deviations.</summary>
    internal static double[,] Squares(double[] deviations, string what)
    {
        RequireFinite(deviations, what);
        var squares = new double[deviations.Length, deviations.Length];
        for (var i = 0; i < deviations.Length; i++)
        {
            squares[i, i] = deviations[i] >= 0
                ? deviations[i] * deviations[i]
                : throw new ArgumentException($"{what} must be standard deviations of at least 0, and number {i + 1} is {deviations[i]}");
        }

        return squares;
    }

    /// <summary>Lower triangular root of a covariance; where variance is zero in some direction, so is a column.</summary>
    internal static Matrix Root(double[,] covariance, int size, string what, bool positive = false)
    {
        RequireSize(covariance, size, size, what);
        var root = Matrix.Of(covariance);
        var scales = Normalise(root, what);
        for (var column = 0; column < size; column++)
        {
            Eliminate(root, column, what, positive);
        }

        for (var row = 0; row < size; row++)
        {
            Scale(root.Row(row), scales[row]);
        }

        return root;
    }

    // Makes it a correlation matrix, so that channels of different units compare, and tells the deviations.
    private static double[] Normalise(Matrix matrix, string what)
    {
        var scales = new double[matrix.Rows];
        for (var i = 0; i < matrix.Rows; i++)
        {
            scales[i] = matrix[i, i] >= 0 ? Math.Sqrt(matrix[i, i]) : throw Indefinite(what, $"variance {i + 1} is {matrix[i, i]}");
        }

        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var (below, above, scale) = (matrix[row, column], matrix[column, row], scales[row] * scales[column]);
                if (!(Math.Abs(below - above) <= 1e-9 * Math.Max(Math.Abs(below), Math.Abs(above))))
                {
                    throw new ArgumentException($"{what} must be symmetric, but [{row}, {column}] is {below} and [{column}, {row}] is {above}");
                }

                matrix[row, column] = scale > 0 ? below / scale : below == 0 ? 0 : throw Indefinite(what, $"[{row}, {column}] is {below} beside a variance of 0");
                matrix[column, row] = 0;
            }
        }

        for (var i = 0; i < matrix.Rows; i++)
        {
            matrix[i, i] = scales[i] > 0 ? 1 : 0;
        }

        return scales;
    }

    private static void Eliminate(Matrix root, int column, string what, bool positive)
    {
        var pivot = root[column, column] - Dot(root.Row(column)[..column], root.Row(column)[..column]);
        if (pivot < (positive ? LeastPivot : -LeastPivot))
        {
            throw Indefinite(what, $"direction {column + 1} has no variance of its own");
        }

        var length = pivot > LeastPivot ? Math.Sqrt(pivot) : 0;
        root[column, column] = length;
        for (var row = column + 1; row < root.Rows; row++)
        {
            var rest = root[row, column] - Dot(root.Row(row)[..column], root.Row(column)[..column]);
            if (length == 0 && Math.Abs(rest) > 1e-6)
            {
                throw Indefinite(what, $"channels {column + 1} and {row + 1} are correlated by more than 1");
            }

            root[row, column] = length > 0 ? rest / length : 0;
        }
    }

    private static ArgumentException Indefinite(string what, string why) =>
        new($"{what} must be a positive definite covariance (0 only for a channel of engine or start that is exactly known): {why}");

    private static void Scale(Span<double> values, double factor)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
