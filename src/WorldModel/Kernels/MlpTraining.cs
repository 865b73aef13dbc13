namespace WorldModel.Kernels;

/// <summary>
/// Training steps of networks of one shape, an ensemble of one or more at once: gradients of blocks of lanes side by side
/// on all threads, then Adam in one pass over memory. A step allocates nothing.
/// </summary>
internal sealed unsafe class MlpTraining : IDisposable
{
    private readonly MlpWeights weights;
    private readonly MlpPass pass;
    private readonly MlpGradient gradient;
    private readonly MlpUpdate update;
    private int updates;

    /// <param name="weights">Trained in place.</param>
    /// <param name="objectives">What to minimise, one for each network.</param>
    /// <param name="pass">Width of vectors; the process's when not given.</param>
    internal MlpTraining(MlpWeights weights, IReadOnlyList<MlpObjective> objectives, MlpPass? pass = null)
    {
        (this.weights, this.pass) = (weights, pass ?? MlpPass.Chosen);
        gradient = new(weights, objectives, this.pass);
        update = new(weights, gradient, this.pass);
    }

    /// <summary>Length of a step; a schedule may change it at any time.</summary>
    internal double LearningRate { get; set; } = 1e-3;

    /// <summary>AdamW's decay of the weights a unit of learning rate; 0 is Adam.</summary>
    internal double WeightDecay { get; set; }

    /// <summary>Longest gradient that is followed, the 2-norm over one network; 0 for any length.</summary>
    internal double ClipNorm { get; set; }

    /// <summary>Updates done so far, and the moments that they left.</summary>
    internal AdamMemory Memory => new([update.First], [update.Second], () => updates, count => updates = count);

    /// <summary>One update on the batch that the objectives show. Nothing is changed where a loss is not finite.</summary>
    /// <returns>Mean loss of each network before the update.</returns>
    internal ReadOnlySpan<double> Step()
    {
        var losses = gradient.Compute();
        foreach (var loss in losses)
        {
            if (!double.IsFinite(loss))
            {
                gradient.Clear();
                return losses;
            }
        }

        updates++;
        update.Apply(AdamSchedule.Usual.At(updates, LearningRate, WeightDecay), ClipNorm);
        return losses;
    }

    /// <summary>Mean loss of each network on the batch that the objectives show; nothing changes.</summary>
    internal ReadOnlySpan<double> Loss() => gradient.Loss();

    public void Dispose()
    {
        gradient.Dispose();
        update.Dispose();
    }
}
