using WorldModel.Data;
using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class WeightDecayTests
{
    private static readonly Windows One = new(zeros([1, 2, 1], float64), zeros([1, 1, 0], float64));

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Without_a_gradient_parameters_shrink_by_rate_times_decay_each_step(ScalarType type)
    {
        TorchSharp.Modules.Parameter weight = new(full(1, 2, type));
        FitOptions options = new(Epochs: 5, LearningRate: 0.1) { WeightDecay = 0.5, Schedule = RateSchedule.Constant };
        var better = 0.0;
        Trainer.Fit([weight], One, One, batch => is_grad_enabled() ? 0 * weight.sum() : Doubles.Scalar(--better), options);
        Assert.Equal(2 * Math.Pow(1 - (0.1 * 0.5), 5), weight.ToDouble(), 1e-6);
    }

    [Fact]
    public void Kernels_decay_as_TorchSharp_does()
    {
        FitOptions options = new(Epochs: 6, BatchSize: 16) { WeightDecay = 5 };
        var (kernels, plain) = (Trainings.Fit("kernels", options).Model, Trainings.Fit("kernels", options with { WeightDecay = 0 }).Model);
        Assert.True(Norm(kernels) < 0.95 * Norm(plain), $"{Norm(kernels)} with decay, {Norm(plain)} without");
        static double Norm(nn.Module module) => module.parameters().Sum(parameter => parameter.square().sum().ToDouble());
    }
}
