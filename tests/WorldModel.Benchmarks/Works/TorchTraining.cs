using WorldModel.Benchmarks.Measuring;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Works;

/// <summary>A training step of TorchSharp's modules and gradients with the fused Adam: 8 inputs, 4 outputs.</summary>
internal static class TorchTraining
{
    internal static Work Make(int width, int layers, int batch)
    {
        Seed.Set(0);
        var sizes = Networks.Sizes(8, width, layers, 4);
        var network = Networks.Mlp(sizes);
        var (x, y) = (randn(batch, 8), randn(batch, 4));
        FusedAdam adam = new(network.parameters());
        return new("TorchSharp, fused Adam", Step, network, x, y, adam) { Flops = batch * Networks.Training(sizes) };

        void Step()
        {
            using var scope = NewDisposeScope();
            nn.functional.mse_loss(network.call(x), y).backward();
            adam.Step();
        }
    }
}
