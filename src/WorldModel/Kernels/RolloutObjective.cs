namespace WorldModel.Kernels;

/// <summary>
/// Mean squared error over all steps of a rollout from the first state of each window, in units of the changes of a step;
/// its gradient runs back through all of them. A rollout of one step is the usual one-step training.
/// </summary>
internal sealed unsafe class RolloutObjective(ResidualMap map, int steps) : MlpObjective
{
    private readonly int room = steps;
    private BatchRows states;
    private BatchRows actions;
    private int examples;

    internal override int Examples => examples;

    /// <summary>How many of the steps count; those after it are not taken.</summary>
    internal int Horizon { get; set; } = steps;

    /// <summary>Steps through which gradients flow back at most; 0 for all.</summary>
    internal int Truncation { get; init; }

    /// <summary>Sets the batch at hand.</summary>
    /// <param name="states">Rows of states [(steps + 1) · S].</param>
    /// <param name="actions">Rows of actions [steps · A].</param>
    /// <param name="examples">How many.</param>
    internal void Show(BatchRows states, BatchRows actions, int examples) => (this.states, this.actions, this.examples) = (states, actions, examples);

    internal override IDisposable Scratch(int lanes) => new Memory(map, lanes, room);

    internal override double Add(MlpPass pass, (MlpWeights Weights, int Network) of, IDisposable scratch, (int First, int Count) rows, float* gradient)
    {
        var memory = (Memory)scratch;
        var block = memory.Block;
        states.Load(rows, (0, map.States), block.State(0), block.Lanes);
        for (var step = 0; step < Horizon; step++)
        {
            block.Forward(pass, of, step, (actions, rows, step * map.Actions));
        }

        var sum = 0.0;
        for (var step = Horizon; step > 0; step--)
        {
            if (step == Horizon || IsGiven(step))
            {
                new Span<float>(block.Gradient, map.States * block.Lanes).Clear();
            }

            sum += AddError(memory, rows, step);
            if (gradient is not null)
            {
                block.Backward(pass, of, step - 1, gradient, wantsInputs: step > 1 && !IsGiven(step - 1));
            }
        }

        return sum;
    }

    private bool IsGiven(int step) => Truncation > 0 && step % Truncation == 0;

    private double AddError(Memory memory, (int First, int Count) rows, int step)
    {
        var (lanes, sum, number) = (memory.Block.Lanes, 0.0, (double)examples * Horizon * map.States);
        states.Load(rows, (step * map.States, map.States), memory.Targets.Pointer, lanes);
        for (var channel = 0; channel < map.States; channel++)
        {
            var (at, unit) = ((nint)channel * lanes, 1 / map.Changes[channel]);
            var part = (float)(2 * unit / number);
            for (var lane = 0; lane < rows.Count; lane++)
            {
                var error = (memory.Block.State(step)[at + lane] - memory.Targets.Pointer[at + lane]) * unit;
                sum += (double)error * error;
                memory.Block.Gradient[at + lane] += part * error;
            }
        }

        return sum / number;
    }

    private sealed class Memory(ResidualMap map, int lanes, int steps) : IDisposable
    {
        internal RolloutBlock Block { get; } = new(map, lanes, steps);

        internal NativeFloats Targets { get; } = new((long)map.States * lanes);

        public void Dispose()
        {
            Block.Dispose();
            Targets.Dispose();
        }
    }
}
