namespace WorldModel.Twins;

/// <summary>Through F·state + G·action + c, exactly.</summary>
internal sealed class AffinePassage(Matrix slope, Matrix control, double[] constant) : IPassage
{
    private const double Tolerance = 1e-8;

    /// <summary>Reads the matrices off a function by its values at zero and at one unit of each channel.</summary>
    /// <param name="function">The function.</param>
    /// <param name="state">Channels of the state S.</param>
    /// <param name="action">Channels of the action A.</param>
    /// <exception cref="ArgumentException">The function is not linear.</exception>
    internal static AffinePassage Of(RowFunction function, int state, int action)
    {
        var inputs = state + action;
        double[][] points = [.. Enumerable.Range(-1, inputs + 1).Select(one => Unit(inputs, one)), Somewhere(inputs, 3), Somewhere(inputs, -40)];
        var values = function.Values([.. points.Select(point => point[..state])], [.. points.Select(point => point[state..])]);
        double[] constant = [.. values.Row(0)];
        AffinePassage passage = new(Slope(values, 0, state), Slope(values, state, action), constant);
        for (var check = inputs + 1; check < points.Length; check++)
        {
            passage.Require(function.Name, points[check], values.Row(check));
        }

        return passage;
    }

    /// <inheritdoc />
    public Passed[] Send(Gaussian[] beliefs, double[][] actions)
    {
        var passed = new Passed[beliefs.Length];
        for (var run = 0; run < passed.Length; run++)
        {
            passed[run] = new(Mean(beliefs[run].Mean, actions[run]), beliefs[run].Root, slope.Times(beliefs[run].Root));
        }

        return passed;
    }

    private double[] Mean(ReadOnlySpan<double> state, ReadOnlySpan<double> action) =>
        control.Columns == 0 ? slope.Apply(state, constant) : slope.Apply(state, control.Apply(action, constant));

    private static double[] Unit(int size, int one)
    {
        var point = new double[size];
        if (one >= 0)
        {
            point[one] = 1;
        }

        return point;
    }

    private static double[] Somewhere(int size, double scale) => [.. Enumerable.Range(1, size).Select(i => scale * Math.Cos(i * i))];

    private static Matrix Slope(Matrix values, int first, int count)
    {
        Matrix slope = new(values.Columns, count);
        for (var input = 0; input < count; input++)
        {
            for (var output = 0; output < values.Columns; output++)
            {
                slope[output, input] = values[1 + first + input, output] - values[0, output];
            }
        }

        return slope;
    }

    private void Require(string name, double[] point, ReadOnlySpan<double> value)
    {
        var expected = Mean(point.AsSpan(0, slope.Columns), point.AsSpan(slope.Columns));
        var scale = expected.Max(Math.Abs) + 1;
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(value[i] - expected[i]) <= Tolerance * scale))
            {
                throw new ArgumentException($"{name} is not linear (its channel {i + 1} is {value[i]:g6} where a line through its other values gives {expected[i]:g6}): use Kalman.Extended or Kalman.Unscented");
            }
        }
    }
}
