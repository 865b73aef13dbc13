namespace WorldModel.Twins;

/// <summary>
/// What seeing one part of a joint normal distribution says about the other: the one piece of algebra under prediction,
/// correction and smoothing.
/// </summary>
/// <param name="Root">Lower triangular root of the seen part's covariance.</param>
/// <param name="Gain">By how much the other part's mean follows the seen part.</param>
/// <param name="Rest">Lower triangular root of the other part's covariance when the first is seen.</param>
internal sealed record Conditioning(Matrix Root, Matrix Gain, Matrix Rest)
{
    /// <summary>Conditions on the first rows of a root [n, m] of the joint covariance, which is used up.</summary>
    internal static Conditioning On(Matrix joint, int seen)
    {
        var pivots = Triangle.Make(joint);
        var independent = pivots.Count(row => row < seen);
        Conditioning made = new(new(seen, seen), new(joint.Rows - seen, seen), new(joint.Rows - seen, joint.Rows - seen));
        for (var row = 0; row < seen; row++)
        {
            joint.Row(row)[..independent].CopyTo(made.Root.Row(row));
        }

        for (var row = seen; row < joint.Rows; row++)
        {
            var rest = joint.Row(row)[independent..];
            rest[..Math.Min(rest.Length, joint.Rows - seen)].CopyTo(made.Rest.Row(row - seen));
            made.Solve(made.Gain.Row(row - seen), joint.Row(row), pivots, independent);
        }

        return made;
    }

    // gain·root = together, backwards; a seen row that depends on those above it says nothing new and gets no gain.
    private void Solve(Span<double> gain, ReadOnlySpan<double> together, List<int> pivots, int independent)
    {
        for (var column = independent - 1; column >= 0; column--)
        {
            var left = together[column];
            for (var later = column + 1; later < independent; later++)
            {
                left -= gain[pivots[later]] * Root[pivots[later], column];
            }

            gain[pivots[column]] = left / Root[pivots[column], column];
        }
    }
}
