namespace WorldModel.Kernels;

/// <summary>Inputs and what a network should answer to them.</summary>
internal sealed unsafe class SupervisedObjective(MlpShape shape, MlpLoss loss) : MlpObjective
{
    private BatchRows inputs;
    private BatchRows targets;
    private int examples;

    /// <summary>Keeps logarithms of variances between bounds; without it they are the outputs themselves.</summary>
    internal LogVarianceBounds? Bounds { get; init; }

    /// <summary>What one of each output means, for errors in the targets' unit; as it is when not given. Only for <see cref="MlpLoss.SquaredError"/>.</summary>
    internal float[]? Units { get; init; }

    /// <summary>Whether the last layer's bias stays as it is.</summary>
    internal bool IsLastBiasFixed { get; init; }

    internal override int Examples => examples;

    private int Targets => loss == MlpLoss.GaussianLikelihood ? shape.Sizes[^1] / 2 : shape.Sizes[^1];

    /// <summary>Sets the batch at hand.</summary>
    /// <param name="inputs">Rows of the network's inputs.</param>
    /// <param name="targets">Rows of targets.</param>
    /// <param name="examples">How many.</param>
    internal void Show(BatchRows inputs, BatchRows targets, int examples) => (this.inputs, this.targets, this.examples) = (inputs, targets, examples);

    internal override IDisposable Scratch(int lanes) => new MlpScratch(shape, lanes, trains: true);

    internal override double Add(MlpPass pass, (MlpWeights Weights, int Network) of, IDisposable scratch, (int First, int Count) rows, float* gradient)
    {
        var memory = (MlpScratch)scratch;
        inputs.Load(rows, (0, shape.Sizes[0]), memory.Activations(0), memory.Lanes);
        pass.Forward(of.Weights, of.Network, memory, trains: gradient is not null);
        var to = memory.Gradients(shape.Layers);
        targets.Load(rows, (0, Targets), to, memory.Lanes);
        var sum = loss == MlpLoss.SquaredError ? SquaredError(memory, rows.Count) : GaussianLikelihood(memory, rows.Count);
        if (gradient is not null)
        {
            pass.Backward(of.Weights, of.Network, memory, gradient, wantsInputs: false);
            new Span<float>(gradient + shape.BiasAt(shape.Layers - 1), IsLastBiasFixed ? shape.Outputs(shape.Layers - 1) : 0).Clear();
        }

        return sum;
    }

    // Both turn the targets, which lie where the gradients belong, into gradients.
    private double SquaredError(MlpScratch memory, int rows)
    {
        var (sum, part) = (0.0, 1.0f / ((float)examples * Targets));
        for (var output = 0; output < Targets; output++)
        {
            var found = memory.Activations(shape.Layers) + ((nint)output * memory.Lanes);
            var gradient = memory.Gradients(shape.Layers) + ((nint)output * memory.Lanes);
            var unit = Units?[output] ?? 1;
            for (var lane = 0; lane < rows; lane++)
            {
                var error = (unit * found[lane]) - gradient[lane];
                sum += (double)error * error;
                gradient[lane] = 2 * part * unit * error;
            }
        }

        return sum / ((double)examples * Targets);
    }

    private double GaussianLikelihood(MlpScratch memory, int rows)
    {
        var (sum, part, half) = (0.0, 1.0f / ((float)examples * Targets), (nint)Targets * memory.Lanes);
        for (var output = 0; output < Targets; output++)
        {
            var mean = memory.Activations(shape.Layers) + ((nint)output * memory.Lanes);
            var gradient = memory.Gradients(shape.Layers) + ((nint)output * memory.Lanes);
            for (var lane = 0; lane < rows; lane++)
            {
                var (logarithm, slope) = Bounds?.Of(mean[lane + half]) ?? (mean[lane + half], 1f);
                var (error, certainty) = (mean[lane] - gradient[lane], MathF.Exp(-logarithm));
                sum += 0.5 * (logarithm + (error * error * certainty));
                gradient[lane] = part * error * certainty;
                gradient[lane + half] = 0.5f * part * (1 - (error * error * certainty)) * slope;
            }

            new Span<float>(gradient + half + rows, memory.Lanes - rows).Clear();
        }

        return sum / ((double)examples * Targets);
    }
}
