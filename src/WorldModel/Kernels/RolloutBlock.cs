namespace WorldModel.Kernels;

/// <summary>One block of lanes that rolls out: its states, and what the network remembers of each step where gradients are to come.</summary>
internal sealed unsafe class RolloutBlock : IDisposable
{
    private readonly ResidualMap map;
    private readonly MlpScratch[] remembered;
    private readonly NativeFloats states;
    private readonly NativeFloats gradient;
    private readonly bool trains;

    /// <param name="map">Network and scales.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="steps">Steps to remember; 0 to remember only the state at hand.</param>
    internal RolloutBlock(ResidualMap map, int lanes, int steps)
    {
        (this.map, Lanes, trains) = (map, lanes, steps > 0);
        var first = new MlpScratch(map.Shape, lanes, trains);
        remembered = [first, .. Enumerable.Range(1, Math.Max(steps, 1) - 1).Select(_ => new MlpScratch(map.Shape, lanes, trains, first))];
        states = new((long)(trains ? steps + 1 : 1) * map.States * lanes);
        gradient = new((long)map.States * lanes);
    }

    internal int Lanes { get; }

    /// <summary>Gradient [S][lanes] of the state that the way back has reached.</summary>
    internal float* Gradient => gradient.Pointer;

    /// <summary>State [S][lanes] after so many steps.</summary>
    internal float* State(int step) => states.Pointer + (trains ? (nint)step * map.States * Lanes : 0);

    /// <summary>Gradient [A][lanes] of the action of the step from which <see cref="Backward"/> has just come.</summary>
    internal float* ActionGradient => remembered[0].Gradients(0) + ((nint)map.States * Lanes);

    /// <summary>From the state at a step to the next.</summary>
    /// <param name="pass">How to go through the network.</param>
    /// <param name="of">All networks' weights and which one is meant.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="actions">Rows of actions, and which of them and which columns are this step's.</param>
    internal void Forward(MlpPass pass, (MlpWeights Weights, int Network) of, int step, (BatchRows From, (int First, int Count) Rows, int Column) actions)
    {
        var scratch = remembered[trains ? step : 0];
        var inputs = scratch.Activations(0);
        new Span<float>(State(step), map.States * Lanes).CopyTo(new(inputs, map.States * Lanes));
        actions.From.Load(actions.Rows, (actions.Column, map.Actions), inputs + ((nint)map.States * Lanes), Lanes);
        Scale(inputs);
        pass.Forward(of.Weights, of.Network, scratch, trains);
        AddChange(State(step), scratch.Activations(map.Shape.Layers), State(step + 1));
    }

    /// <summary>From <see cref="Gradient"/> of the state after a step to that of the state before it.</summary>
    /// <param name="pass">How to go through the network.</param>
    /// <param name="of">All networks' weights, transposed since they changed, and which one is meant.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="weightGradient">Added to; null to leave it out.</param>
    /// <param name="wantsInputs">False where nobody asks for what came before this step.</param>
    internal void Backward(MlpPass pass, (MlpWeights Weights, int Network) of, int step, float* weightGradient, bool wantsInputs)
    {
        var scratch = remembered[step];
        var outputs = scratch.Gradients(map.Shape.Layers);
        for (var channel = 0; channel < map.States; channel++)
        {
            var (at, change) = ((nint)channel * Lanes, map.Changes[channel]);
            for (var lane = 0; lane < Lanes; lane++)
            {
                outputs[at + lane] = Gradient[at + lane] * change;
            }
        }

        pass.Backward(of.Weights, of.Network, scratch, weightGradient, wantsInputs);
        if (wantsInputs)
        {
            AddInputs(scratch.Gradients(0));
        }
    }

    public void Dispose()
    {
        Array.ForEach(remembered, scratch => scratch.Dispose());
        states.Dispose();
        gradient.Dispose();
    }

    private void Scale(float* inputs)
    {
        for (var channel = 0; channel < map.Mean.Length; channel++)
        {
            var (mean, inverse, at) = (map.Mean[channel], map.Inverse[channel], (nint)channel * Lanes);
            for (var lane = 0; lane < Lanes; lane++)
            {
                inputs[at + lane] = (inputs[at + lane] - mean) * inverse;
            }
        }
    }

    private void AddChange(float* state, float* output, float* next)
    {
        for (var channel = 0; channel < map.States; channel++)
        {
            var (change, at) = (map.Changes[channel], (nint)channel * Lanes);
            for (var lane = 0; lane < Lanes; lane++)
            {
                next[at + lane] = state[at + lane] + (change * output[at + lane]);
            }
        }
    }

    private void AddInputs(float* inputs)
    {
        for (var channel = 0; channel < map.Inverse.Length; channel++)
        {
            var (inverse, at, isState) = (map.Inverse[channel], (nint)channel * Lanes, channel < map.States);
            for (var lane = 0; lane < Lanes; lane++)
            {
                inputs[at + lane] = (inputs[at + lane] * inverse) + (isState ? Gradient[at + lane] : 0);
            }
        }

        new Span<float>(inputs, map.States * Lanes).CopyTo(new(Gradient, map.States * Lanes));
    }
}
