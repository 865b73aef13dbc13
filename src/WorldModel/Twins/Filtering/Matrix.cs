namespace WorldModel.Twins;

/// <summary>A small matrix of doubles, row by row: a filter's matrices are too small for tensors.</summary>
internal sealed class Matrix(int rows, int columns)
{
    private readonly double[] values = new double[rows * columns];

    internal int Rows => rows;

    internal int Columns => columns;

    internal Span<double> Values => values;

    internal ref double this[int row, int column] => ref values[row * columns + column];

    internal static Matrix Of(double[,] given)
    {
        Matrix made = new(given.GetLength(0), given.GetLength(1));
        Buffer.BlockCopy(given, 0, made.values, 0, given.Length * sizeof(double));
        return made;
    }

    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    internal Span<double> Row(int row) => values.AsSpan(row * columns, columns);

    internal double[,] ToArray()
    {
        var made = new double[rows, columns];
        Buffer.BlockCopy(values, 0, made, 0, values.Length * sizeof(double));
        return made;
    }

    /// <summary>This matrix times a vector, added to another vector.</summary>
    internal double[] Apply(ReadOnlySpan<double> vector, ReadOnlySpan<double> to)
    {
        var made = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            made[row] = to[row] + Dot(Row(row), vector);
        }

        return made;
    }

    /// <summary>This matrix times another.</summary>
    internal Matrix Times(Matrix other)
    {
        Matrix made = new(rows, other.Columns);
        for (var row = 0; row < rows; row++)
        {
            for (var inner = 0; inner < columns; inner++)
            {
                Add(made.Row(row), this[row, inner], other.Row(inner));
            }
        }

        return made;
    }

    /// <summary>This matrix times its own transpose, exactly symmetric: the covariance of which it is a root.</summary>
    internal Matrix Square()
    {
        Matrix made = new(rows, rows);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                made[row, column] = made[column, row] = Dot(Row(row), Row(column));
            }
        }

        return made;
    }

    /// <summary>Copies another matrix into this one, its first element to a row and column.</summary>
    internal void Place(Matrix other, int row, int column)
    {
        for (var i = 0; i < other.Rows; i++)
        {
            other.Row(i).CopyTo(Row(row + i)[column..]);
        }
    }

    internal static void Add(Span<double> sum, double factor, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * values[i];
        }
    }
}
