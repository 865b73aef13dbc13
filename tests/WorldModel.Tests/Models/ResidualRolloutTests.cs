using TorchSharp;
using WorldModel.Models;
using static TorchSharp.torch;

namespace WorldModel.Tests.Models;

public sealed class ResidualRolloutTests
{
    [Fact]
    public void Gradients_through_a_rollout_by_kernels_are_TorchSharps()
    {
        Seed.Set(1);
        using var scope = NewDisposeScope();
        var (model, actions) = (Model(), randn(70, 6, 1, requires_grad: true));
        var initial = randn(70, 2, requires_grad: true);
        Tensor[] asked = [initial, actions, .. model.parameters()];
        var ours = autograd.grad([Loss(model.Run(initial, actions).States)], asked);
        var theirs = autograd.grad([Loss(Expected(model, initial, actions))], asked);
        Assert.All(ours.Zip(theirs), pair => Assert.True(
            (pair.First - pair.Second).abs().max().item<float>() <= 1e-4 * (1e-3 + pair.Second.abs().max().item<float>())));
    }

    [Fact]
    public void A_compiled_model_runs_as_the_model_did_and_does_not_learn_on()
    {
        Seed.Set(2);
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var (model, initial, actions) = (Model(), randn(9, 2), randn(9, 20, 1));
        var compiled = model.Compile();
        var expected = Expected(model, initial, actions);
        model.parameters().First().mul_(2);
        Assert.True((compiled.Run(initial, actions).States - expected).abs().max().item<float>() < 1e-4);
        Assert.True((model.Run(initial, actions).States - expected).abs().max().item<float>() > 1e-3);
    }

    [Fact]
    public void Several_threads_may_ask_one_compiled_model()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var (initial, actions) = (randn(9, 2), randn(9, 20, 1));
        var compiled = Model().Compile();
        var starts = Enumerable.Range(1, 8).Select(times => initial * (0.1f * times)).ToList();
        var expected = starts.Select(start => compiled.Run(start, actions).States).ToList();
        var worst = new double[200];
        Parallel.For(0, worst.Length, new() { MaxDegreeOfParallelism = 8 }, asked =>
        {
            using var own = NewDisposeScope();
            worst[asked] = Doubles.Worst(compiled.Run(starts[asked % starts.Count], actions).States, expected[asked % starts.Count]);
        });
        Assert.All(worst, error => Assert.Equal(0, error));
    }

    [Fact]
    public void A_compiled_model_refuses_what_it_cannot_hold()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var compiled = model.Compile();
        Assert.Contains("64", Assert.Throws<InvalidOperationException>(() => compiled.Step(zeros(1, 2, dtype: float64), zeros(1, 1, dtype: float64))).Message, StringComparison.Ordinal);
    }

    private static ResidualMlp Model()
    {
        var swings = new WorldModel.Worlds.Simulated(new WorldModel.Worlds.Pendulum(), 0.1).Run(randn(20, 2), randn(20, 10, 1));
        var model = ResidualMlp.For(swings, width: 13);
        using var noGradient = no_grad();
        model.parameters().Last(parameter => parameter.dim() == 2).mul_(10); // untrained it would hardly change anything
        return model;
    }

    private static Tensor Loss(Tensor states) => (states.square() * (1 + arange(states.shape[1]).unsqueeze(1))).mean();

    private static Tensor Expected(ResidualMlp model, Tensor initial, Tensor actions)
    {
        List<Tensor> states = [initial];
        for (var step = 0; step < actions.shape[1]; step++)
        {
            states.Add(model.call(states[^1], actions.select(1, step)));
        }

        return stack(states, 1);
    }
}
