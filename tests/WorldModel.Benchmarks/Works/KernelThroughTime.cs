using WorldModel.Benchmarks.Measuring;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Works;

/// <summary>Back-propagation through all steps of a rollout by kernels, and Adam: 6 states and 2 actions.</summary>
internal static class KernelThroughTime
{
    private const int States = 6, Actions = 2;

    internal static unsafe Work Make((int Width, int Layers) of, int batch, int steps)
    {
        var sizes = Networks.Sizes(States + Actions, of.Width, of.Layers, States);
        var weights = KernelWeights.Make(sizes);
        var (states, actions) = (KernelWeights.Normal((long)batch * (steps + 1) * States), KernelWeights.Normal((long)batch * steps * Actions));
        RolloutObjective objective = new(KernelWeights.Residual(weights.Shape, States), steps);
        objective.Show(new(states.Pointer, (steps + 1) * States), new(actions.Pointer, steps * Actions), batch);
        MlpTraining training = new(weights, [objective]);
        return new("kernels", () => training.Step(), training, weights, states, actions) { Flops = (double)batch * steps * Networks.Training(sizes, inputsAreData: false) };
    }
}
