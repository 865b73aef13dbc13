using WorldModel.Benchmarks.Measuring;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Works;

/// <summary>
/// A training step of an encoder of 64×64 images and a predictor of the next image's code, in TorchSharp. Kernels do not
/// cover convolutions, so it says how close TorchSharp comes to PyTorch.
/// </summary>
internal static class TorchEncoder
{
    private static readonly int[] Channels = [1, 32, 64, 128, 128];

    internal static Work Make(int batch)
    {
        Seed.Set(0);
        var encoder = Encoder();
        var predictor = Networks.Mlp(64 + 2, 256, 64);
        var (now, later, action) = (rand(batch, 1, 64, 64), rand(batch, 1, 64, 64), randn(batch, 2));
        FusedAdam adam = new([.. encoder.parameters(), .. predictor.parameters()]);
        return new("TorchSharp, fused Adam", Step, encoder, predictor, now, later, action, adam);

        void Step()
        {
            using var scope = NewDisposeScope();
            var (code, target) = (encoder.call(now), encoder.call(later));
            var error = nn.functional.mse_loss(predictor.call(cat([code, action], dim: -1)), target);
            (error + nn.functional.relu(1 - (target.var([0L]) + 1e-4).sqrt()).mean()).backward();
            adam.Step();
        }
    }

    private static TorchSharp.Modules.Sequential Encoder()
    {
        List<nn.Module<Tensor, Tensor>> layers = [];
        foreach (var (from, to) in Channels.Zip(Channels.Skip(1)))
        {
            layers.AddRange([nn.Conv2d(from, to, 3, stride: 2, padding: 1), nn.SiLU()]);
        }

        return nn.Sequential([.. layers, nn.Flatten(), nn.Linear(128 * 16, 64)]);
    }
}
