using WorldModel.Benchmarks.Measuring;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Works;

/// <summary>Rollouts by kernels: 6 states and 2 actions.</summary>
internal static class KernelRollout
{
    private const int States = 6, Actions = 2;

    /// <summary>States after every step of every run in every network.</summary>
    internal static Work Make((int Width, int Layers, int Networks) of, int runs, int steps) => Make(of, runs, steps, _ => { });

    /// <summary>The same, and the cost of each run: squared distance to a goal, over all steps, the mean of all networks.</summary>
    internal static Work MakeCem((int Width, int Layers, int Networks) of, int candidates, int horizon)
    {
        var costs = new float[candidates];
        return Make(of, candidates, horizon, states => Cost(states, costs, (of.Networks, horizon)));
    }

    private static unsafe Work Make((int Width, int Layers, int Networks) of, int runs, int steps, Action<NativeFloats> finish)
    {
        var sizes = Networks.Sizes(States + Actions, of.Width, of.Layers, States);
        var weights = KernelWeights.Make(sizes, of.Networks);
        NativeFloats initial = new((long)runs * States), states = new((long)of.Networks * runs * (steps + 1) * States);
        var actions = KernelWeights.Normal((long)runs * steps * Actions, 0.1);
        MlpRollout rollout = new(KernelWeights.Residual(weights.Shape, States), weights);
        return new("kernels", Run, rollout, weights, initial, states, actions) { Flops = (double)of.Networks * runs * steps * weights.Shape.Flops };

        void Run()
        {
            rollout.Run(new(initial.Pointer, actions.Pointer, states.Pointer, (runs, steps, 1)));
            finish(states);
        }
    }

    private static unsafe void Cost(NativeFloats states, float[] costs, (int Networks, int Horizon) size)
    {
        Array.Clear(costs);
        var numbers = size.Horizon * States;
        for (var network = 0; network < size.Networks; network++)
        {
            for (var run = 0; run < costs.Length; run++)
            {
                // Row 0 is the initial state, which costs nothing.
                var rows = states.Pointer + ((((nint)network * costs.Length) + run) * (numbers + States)) + States;
                costs[run] += Distance(rows, numbers) / size.Networks;
            }
        }
    }

    private static unsafe float Distance(float* states, int numbers)
    {
        var sum = 0f;
        for (var i = 0; i < numbers; i++)
        {
            sum += (states[i] - 1) * (states[i] - 1);
        }

        return sum;
    }
}
