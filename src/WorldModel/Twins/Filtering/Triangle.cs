namespace WorldModel.Twins;

/// <summary>
/// Makes a root of a covariance lower triangular by reflections from the right (Householder), which leave root·root′ as it
/// is: the covariance is never formed, so no digit of a small variance is lost beside a large one (Golub and Van Loan,
/// Matrix Computations, 5.2).
/// </summary>
internal static class Triangle
{
    // What is left of a row is rounding when it is this much smaller than the row was.
    private const double Rounding = 8 * double.Epsilon;
    private const double Relative = 4e-16;

    /// <summary>Reflects in place. A row that depends on those above it has no pivot, and the next row's stays in its column.</summary>
    /// <returns>The rows that have a pivot; the i-th one's is in column i.</returns>
    internal static List<int> Make(Matrix root)
    {
        List<int> pivots = [];
        for (var row = 0; row < root.Rows; row++)
        {
            var column = pivots.Count;
            var rest = root.Row(row)[column..];
            var length = Math.Sqrt(Matrix.Dot(rest, rest));
            if (length <= Rounding + Relative * Math.Sqrt(Matrix.Dot(root.Row(row), root.Row(row))))
            {
                rest.Clear();
                continue;
            }

            Reflect(root, row, column, length);
            pivots.Add(row);
        }

        return pivots;
    }

    /// <summary>The lower triangular root [n, n] of the same covariance as a root [n, m].</summary>
    internal static Matrix Of(Matrix root)
    {
        Make(root);
        Matrix square = new(root.Rows, root.Rows);
        for (var row = 0; row < root.Rows; row++)
        {
            root.Row(row)[..Math.Min(root.Columns, root.Rows)].CopyTo(square.Row(row));
        }

        return square;
    }

    // The mirror that sends the row's rest to (length, 0, …); the sign is chosen so that nothing cancels, and turned after.
    private static void Reflect(Matrix root, int row, int column, double length)
    {
        Span<double> mirror = root.Row(row)[column..].ToArray();
        var sign = mirror[0] < 0 ? -1.0 : 1;
        var scale = 1 / (length * (length + Math.Abs(mirror[0])));
        mirror[0] += sign * length;
        for (var below = row; below < root.Rows; below++)
        {
            var rest = root.Row(below)[column..];
            Matrix.Add(rest, -scale * Matrix.Dot(rest, mirror), mirror);
            rest[0] *= -sign;
        }

        root.Row(row)[(column + 1)..].Clear();
        root[row, column] = length;
    }
}
