namespace WorldModel.Kernels;

/// <summary>
/// <see cref="MlpLoss.GaussianLikelihood"/> whose logarithms of variances are kept between two bounds without a corner:
/// s = a + softplus(b − softplus(b − z) − a) of the network's output z (Chua et al., arXiv 1805.12114, appendix A.1).
/// </summary>
internal sealed unsafe class BoundedLikelihood(MlpShape shape, (float Lowest, float Highest) bounds) : MlpObjective
{
    private readonly int targetsOf = shape.Sizes[^1] / 2;
    private BatchRows inputs;
    private BatchRows targets;
    private int examples;

    internal override int Examples => examples;

    /// <inheritdoc cref="SupervisedObjective.Show" />
    internal void Show(BatchRows inputs, BatchRows targets, int examples) => (this.inputs, this.targets, this.examples) = (inputs, targets, examples);

    internal override IDisposable Scratch(int lanes) => new MlpScratch(shape, lanes, trains: true);

    internal override double Add(MlpPass pass, (MlpWeights Weights, int Network) of, IDisposable scratch, (int First, int Count) rows, float* gradient)
    {
        var memory = (MlpScratch)scratch;
        inputs.Load(rows, (0, shape.Sizes[0]), memory.Activations(0), memory.Lanes);
        pass.Forward(of.Weights, of.Network, memory, trains: gradient is not null);
        targets.Load(rows, (0, targetsOf), memory.Gradients(shape.Layers), memory.Lanes);
        var sum = Likelihood(memory, rows.Count);
        if (gradient is not null)
        {
            pass.Backward(of.Weights, of.Network, memory, gradient, wantsInputs: false);
        }

        return sum;
    }

    // Turns the targets, which lie where the gradients belong, into gradients.
    private double Likelihood(MlpScratch memory, int rows)
    {
        var (sum, part, half) = (0.0, 1.0f / ((float)examples * targetsOf), (nint)targetsOf * memory.Lanes);
        for (var output = 0; output < targetsOf; output++)
        {
            var mean = memory.Activations(shape.Layers) + ((nint)output * memory.Lanes);
            var gradient = memory.Gradients(shape.Layers) + ((nint)output * memory.Lanes);
            for (var lane = 0; lane < rows; lane++)
            {
                var (logarithm, slope) = Bounded(mean[lane + half]);
                var (error, certainty) = (mean[lane] - gradient[lane], MathF.Exp(-logarithm));
                sum += 0.5 * (logarithm + (error * error * certainty));
                gradient[lane] = part * error * certainty;
                gradient[lane + half] = 0.5f * part * (1 - (error * error * certainty)) * slope;
            }

            new Span<float>(gradient + half + rows, memory.Lanes - rows).Clear();
        }

        return sum / ((double)examples * targetsOf);
    }

    // The bounded logarithm and its derivative.
    private (float Value, float Slope) Bounded(float free)
    {
        var (softer, slope) = Softplus(bounds.Highest - free);
        var (value, outer) = Softplus(bounds.Highest - softer - bounds.Lowest);
        return (bounds.Lowest + value, slope * outer);
    }

    // log(1 + eˣ) and its derivative, from the exponential that cannot overflow.
    private static (float Value, float Slope) Softplus(float x)
    {
        var small = MathF.Exp(-MathF.Abs(x));
        var rest = 1 / (1 + small);
        return (MathF.Max(x, 0) + MathF.Log(1 + small), x >= 0 ? rest : small * rest);
    }
}
