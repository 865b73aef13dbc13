using System.Globalization;

namespace WorldModel.Learning;

/// <summary>Which unknowns the readings determine, and why not the others.</summary>
internal sealed class Identifiability
{
    private const double NoInfluence = 1e-10; // information over the whole range of an unknown, in units of the noise
    private const double Null = 1e-11; // eigenvalue of the information scaled to a diagonal of ones
    private const double Member = 0.05; // share of the largest component of a direction

    private readonly IReadOnlyList<Unknown> unknowns;
    private readonly double[] values;
    private readonly double[,] covariance; // in units of the ranges
    private readonly string?[] reasons;

    /// <summary>From Fisher's information [P, P] with each unknown in units of its range.</summary>
    internal Identifiability(IReadOnlyList<Unknown> unknowns, double[] values, Tensor information)
    {
        (this.unknowns, this.values) = (unknowns, values);
        reasons = new string?[unknowns.Count];
        covariance = Invert(information);
    }

    /// <summary>Why an unknown is not determined, null where it is.</summary>
    internal string? Reason(int unknown) => reasons[unknown];

    /// <summary>Standard error in the unknown's unit; infinite where nothing is determined.</summary>
    internal double StandardError(int unknown) =>
        reasons[unknown] is null ? Math.Sqrt(covariance[unknown, unknown]) * unknowns[unknown].Range : double.PositiveInfinity;

    /// <summary>The unknown that errs most together with this one, as "drag (correlation −0.97)"; null where none does by 0.9 or more.</summary>
    internal string? Companion(int unknown)
    {
        var others = Enumerable.Range(0, unknowns.Count).Where(other => other != unknown && reasons[other] is null);
        var (most, which) = others.Select(other => (Correlation(unknown, other), other)).DefaultIfEmpty().MaxBy(pair => Math.Abs(pair.Item1));
        return Math.Abs(most) >= 0.9 ? string.Create(CultureInfo.InvariantCulture, $"{unknowns[which].Name} (correlation {most:+0.000;−0.000})") : null;
    }

    private double Correlation(int a, int b) => covariance[a, b] / Math.Sqrt(covariance[a, a] * covariance[b, b]);

    private double[,] Invert(Tensor information)
    {
        using var scope = NewDisposeScope();
        var diagonal = information.diagonal();
        var acts = diagonal > NoInfluence;
        for (var i = 0; i < unknowns.Count; i++)
        {
            reasons[i] = acts[i].item<bool>() ? null : "not determined: no reading depends on it";
        }

        var unit = where(acts, diagonal.clamp_min(1e-300).rsqrt(), zeros_like(diagonal));
        var (sizes, directions) = linalg.eigh(information * unit * unit.unsqueeze(1) + acts.logical_not().to(ScalarType.Float64).diag());
        var known = sizes > Null;
        for (var k = 0; k < unknowns.Count; k++)
        {
            if (!known[k].item<bool>())
            {
                Name(directions.select(1, k) * unit);
            }
        }

        var inverse = (directions * where(known, 1 / sizes.clamp_min(1e-300), zeros_like(sizes))).matmul(directions.mT) * unit * unit.unsqueeze(1);
        return Numbers(inverse);
    }

    // A direction in which nothing that is read changes, as relative changes of the unknowns.
    private void Name(Tensor direction)
    {
        double[] changes = [.. direction.data<double>().ToArray().Select((share, i) => share * unknowns[i].Range / (values[i] == 0 ? unknowns[i].Range : Math.Abs(values[i])))];
        var largest = changes.MaxBy(Math.Abs);
        int[] members = [.. Enumerable.Range(0, changes.Length).Where(i => Math.Abs(changes[i]) >= Member * Math.Abs(largest))];
        var together = string.Join(" with ", members.Select(i => string.Create(CultureInfo.InvariantCulture, $"{unknowns[i].Name} {100 * changes[i] / largest:+0.#;−0.#} %")));
        foreach (var member in members)
        {
            reasons[member] ??= $"not determined: {together} leaves every reading as it is";
        }
    }

    private double[,] Numbers(Tensor matrix)
    {
        var (flat, numbers) = (matrix.contiguous().data<double>().ToArray(), new double[unknowns.Count, unknowns.Count]);
        Buffer.BlockCopy(flat, 0, numbers, 0, flat.Length * sizeof(double));
        return numbers;
    }
}
