namespace WorldModel.Evaluation;

/// <summary>Whether predictions keep what the world keeps.</summary>
public static class Conservation
{
    /// <summary>
    /// Mean squared error of a conserved quantity over each run, in its unit squared: how the energy of Hamiltonian networks
    /// is scored (Greydanus et al., arXiv 1906.01563, table 1).
    /// </summary>
    /// <param name="truth">What happened.</param>
    /// <param name="prediction">What was predicted from the same starts; a NaN stays one.</param>
    /// <param name="quantity">The quantity [..., ] of states [..., S], such as a world's energy.</param>
    /// <exception cref="ArgumentException">The two have not the same shape.</exception>
    public static double[] SquaredErrors(Trajectories truth, Trajectories prediction, Func<Tensor, Tensor> quantity)
    {
        if (!truth.States.shape.SequenceEqual(prediction.States.shape))
        {
            throw new ArgumentException($"truth and prediction differ in shape: [{string.Join(", ", truth.States.shape)}] against [{string.Join(", ", prediction.States.shape)}]", nameof(prediction));
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var errors = (quantity(prediction.States) - quantity(truth.States)).to(ScalarType.Float64).square().mean([1]);
        return errors.cpu().contiguous().data<double>().ToArray();
    }

    /// <summary>A quantity of runs as a channel of its own over time, to draw it: states [B, T+1, 1].</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="channel">Name and unit of the quantity.</param>
    /// <param name="quantity">The quantity [..., ] of states [..., S].</param>
    public static Trajectories Along(this Trajectories runs, Channel channel, Func<Tensor, Tensor> quantity)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return new(new(channel), runs.Action, quantity(runs.States).unsqueeze(-1).MoveToOuterDisposeScope(), runs.Actions, runs.Dt);
    }
}
