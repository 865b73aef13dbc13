namespace WorldModel.Twins;

/// <summary>What must hold for the numbers that a filter is given.</summary>
internal static class KalmanRules
{
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

    /// <summary>A belief about each of the channels.</summary>
    internal static Gaussian RequireSize(Belief belief, Space state) => belief.Mean.Length == state.Size
        ? belief.Distribution
        : throw new ArgumentException($"a belief needs a number for each of: {state}; it has {belief.Mean.Length}");

    /// <summary>Values of the channels; NaN may stand for one that is missing.</summary>
    internal static void RequireSize(ReadOnlySpan<double> values, Space channels, string what, bool mayMiss = false)
    {
        if (values.Length != channels.Size)
        {
            throw new ArgumentException($"{what} needs a number for each of: {channels}; it has {values.Length}");
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) && !(mayMiss && double.IsNaN(values[i])))
            {
                throw new ArgumentException($"{what} has {values[i]} for {channels.Channels[i].Name}{(mayMiss ? ": only NaN may stand for a missing number" : "")}");
            }
        }
    }

    /// <summary>The diagonal matrix of squared standard deviations.</summary>
    internal static double[,] Squares(double[] deviations, string what)
    {
        var squares = new double[deviations.Length, deviations.Length];
        for (var i = 0; i < deviations.Length; i++)
        {
            squares[i, i] = deviations[i] >= 0 && double.IsFinite(deviations[i])
                ? deviations[i] * deviations[i]
                : throw new ArgumentException($"{what} must be standard deviations of at least 0, and number {i + 1} is {deviations[i]}");
        }

        return squares;
    }
}
