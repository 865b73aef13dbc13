using WorldModel.Benchmarks.Measuring;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Works;

/// <summary>A training step by kernels: mean squared error of 8 inputs and 4 outputs, Adam.</summary>
internal static class KernelTraining
{
    internal static unsafe Work Make(int width, int layers, int batch)
    {
        var sizes = Networks.Sizes(8, width, layers, 4);
        var weights = KernelWeights.Make(sizes);
        var (x, y) = (KernelWeights.Normal(8L * batch), KernelWeights.Normal(4L * batch));
        SupervisedObjective objective = new(weights.Shape, MlpLoss.SquaredError);
        objective.Show(new(x.Pointer, 8), new(y.Pointer, 4), batch);
        MlpTraining training = new(weights, [objective]);
        return new("kernels", () => training.Step(), training, weights, x, y) { Flops = batch * Networks.Training(sizes) };
    }
}
