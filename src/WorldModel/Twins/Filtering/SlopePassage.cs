namespace WorldModel.Twins;

/// <summary>Through the function's tangent at the mean, found by automatic differentiation for the whole batch at once.</summary>
internal sealed class SlopePassage(RowFunction function) : IPassage
{
    /// <inheritdoc />
    public Passed[] Send(Gaussian[] beliefs, double[][] actions)
    {
        var (values, slopes) = Slopes([.. beliefs.Select(belief => belief.Mean)], actions);
        return [.. beliefs.Select((belief, run) => new Passed([.. values.Row(run)], belief.Root, slopes[run].Times(belief.Root)))];
    }

    // Rows of a batch do not know each other, so one backward pass through O copies of the batch, each asked about another
    // output, gives every row of every Jacobian.
    private (Matrix Values, Matrix[] Slopes) Slopes(double[][] states, double[][] actions)
    {
        var (runs, size) = (states.Length, states[0].Length);
        using var gradient = enable_grad();
        using var scope = NewDisposeScope();
        var copies = RowFunction.Rows(states).repeat(function.Size, 1).requires_grad_();
        var outputs = function.Call(copies, RowFunction.Rows(actions).repeat(function.Size, 1)).view(function.Size, runs, function.Size);
        if (!outputs.requires_grad)
        {
            throw new InvalidOperationException($"no gradient leads through {function.Name}: use Kalman.Unscented, which needs none");
        }

        var slopes = autograd.grad([outputs.diagonal(0, 0, 2).sum()], [copies])[0].view(function.Size, runs, size).transpose(0, 1);
        return (RowFunction.Read(outputs[0]), [.. Enumerable.Range(0, runs).Select(run => RowFunction.Read(slopes[run]))]);
    }
}
