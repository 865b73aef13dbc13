namespace WorldModel.Kernels;

/// <summary>A rollout of one run: nothing to put into lanes, so vectors hold eight outputs of a layer.</summary>
internal sealed unsafe class SingleRollout(ResidualMap map, MlpWeights weights) : IDisposable
{
    private readonly NativeFloats even = new(Math.Max(map.Shape.Inputs(0), map.Shape.Widths));
    private readonly NativeFloats odd = new(Math.Max(map.Shape.Inputs(0), map.Shape.Widths));

    /// <summary>Fills in the states of one network's rollout.</summary>
    internal void Run(int network, RolloutTask task)
    {
        var state = task.States + ((nint)network * (task.Steps + 1) * map.States);
        new Span<float>(task.Initial, map.States).CopyTo(new(state, map.States));
        for (var step = 0; step < task.Steps; step++, state += map.States)
        {
            new Span<float>(state, map.States).CopyTo(new(state + map.States, map.States));
            for (var held = 0; held < task.Stride; held++)
            {
                Step(network, state + map.States, task.Actions + ((nint)step * map.Actions));
            }
        }
    }

    public void Dispose()
    {
        even.Dispose();
        odd.Dispose();
    }

    private void Step(int network, float* state, float* action)
    {
        // What the last step left in the places that only fill the inputs up meets weights of zero; but it must be finite.
        new Span<float>(even.Pointer, map.Shape.Inputs(0)).Clear();
        for (var channel = 0; channel < map.Mean.Length; channel++)
        {
            var value = channel < map.States ? state[channel] : action[channel - map.States];
            even.Pointer[channel] = (value - map.Mean[channel]) * map.Inverse[channel];
        }

        var (from, to) = (even, odd);
        for (var layer = 0; layer < map.Shape.Layers; layer++)
        {
            DenseVector.Forward(weights.Layer(network, layer), from.Pointer, to.Pointer);
            (from, to) = (to, from);
        }

        for (var channel = 0; channel < map.States; channel++)
        {
            state[channel] += map.Changes[channel] * from.Pointer[channel];
        }
    }
}
