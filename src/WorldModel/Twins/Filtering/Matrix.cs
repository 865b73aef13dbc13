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

    internal Span<double> Row(int row) => values.AsSpan(row * columns, columns);
}
