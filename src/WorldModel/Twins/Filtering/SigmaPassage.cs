namespace WorldModel.Twins;

/// <summary>By a few points around the mean, whose images tell mean and covariance: the scaled unscented transformation.</summary>
internal sealed class SigmaPassage : IPassage
{
    private readonly RowFunction function;
    private readonly double spread;
    private readonly double meanWeight;
    private readonly double sideWeight;

    /// <summary>Points for a state of a size.</summary>
    /// <exception cref="ArgumentException">α is not positive, or α²·(S + κ) is not.</exception>
    internal SigmaPassage(RowFunction function, int size, SigmaPoints points)
    {
        var kappa = points.Kappa ?? Math.Max(0, 3 - size);
        var scale = points.Alpha * points.Alpha * (size + kappa);
        if (!(points.Alpha > 0 && scale > 0 && double.IsFinite(scale) && double.IsFinite(points.Beta)))
        {
            throw new ArgumentException($"sigma points need Alpha > 0 and S + Kappa > 0, but they are {points.Alpha} and {size + kappa}", nameof(points));
        }

        (this.function, spread, sideWeight) = (function, Math.Sqrt(scale), 1 / (2 * scale));
        meanWeight = (scale - size) / scale + 1 - points.Alpha * points.Alpha + points.Beta;
    }

    /// <inheritdoc />
    public Passed[] Send(Gaussian[] beliefs, double[][] actions)
    {
        var count = 2 * beliefs[0].Mean.Length + 1;
        var values = function.Values([.. beliefs.SelectMany(Points)], [.. actions.SelectMany(action => Enumerable.Repeat(action, count))]);
        return [.. beliefs.Select((belief, run) => Collect(belief.Root, values, run * count))];
    }

    private IEnumerable<double[]> Points(Gaussian belief)
    {
        yield return belief.Mean;
        for (var point = 0; point < 2 * belief.Mean.Length; point++)
        {
            var (column, distance) = (point / 2, point % 2 == 0 ? spread : -spread);
            yield return [.. belief.Mean.Select((mean, row) => mean + distance * belief.Root[row, column])];
        }
    }

    private Passed Collect(Matrix root, Matrix values, int first)
    {
        var sides = 2 * root.Rows;
        var (mean, centre) = (values.Row(first).ToArray(), values.Row(first).ToArray());
        for (var output = 0; output < mean.Length; output++)
        {
            for (var side = 1; side <= sides; side++)
            {
                mean[output] += sideWeight * (values[first + side, output] - centre[output]); // the weights add up to 1, so differences are enough
            }
        }

        Matrix.Add(centre, -1, mean);
        var (from, to) = (new Matrix(root.Rows, sides + 1), new Matrix(function.Size, sides + 1));
        for (var side = 0; side < sides; side++)
        {
            Place(from, side, row => root[row, side / 2] * (side % 2 == 0 ? 1 : -1) * Math.Sqrt(0.5));
            Place(to, side, row => (values[first + 1 + side, row] - mean[row]) * Math.Sqrt(sideWeight));
        }

        double[] weighed = [.. centre.Select(value => value * Math.Sqrt(Math.Abs(meanWeight)))];
        Place(to, sides, row => meanWeight > 0 ? weighed[row] : 0);
        return new(mean, from, to, meanWeight < 0 && weighed.Any(value => value != 0) ? weighed : null);
    }

    private static void Place(Matrix matrix, int column, Func<int, double> value)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix[row, column] = value(row);
        }
    }
}
