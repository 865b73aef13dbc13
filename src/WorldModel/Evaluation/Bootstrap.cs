namespace WorldModel.Evaluation;

/// <summary>How far a figure would have moved with other runs (Efron, Annals of Statistics 7, 1979).</summary>
public static class Bootstrap
{
    /// <summary>Ends of the percentile interval of a figure over draws with replacement. Does not disturb other random numbers.</summary>
    /// <param name="values">One value a run or start.</param>
    /// <param name="figure">What is computed of them, such as their mean or median.</param>
    /// <param name="confidence">Share of the draws inside.</param>
    /// <param name="draws">How many.</param>
    /// <param name="seed">Where its own random numbers begin.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static (double Low, double High) Interval(
        IReadOnlyList<double> values, Func<IReadOnlyList<double>, double> figure, double confidence = 0.9, int draws = 2000, int seed = 1)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("there is no value to draw from", nameof(values));
        }

        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        Random random = new(seed);
        double[] found = [.. Enumerable.Range(0, draws).Select(_ => figure([.. values.Select(_ => values[random.Next(values.Count)])])).Order()];
        var tail = (1 - confidence) / 2;
        return (At(found, tail), At(found, 1 - tail));
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
