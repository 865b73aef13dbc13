using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>Memory of rollouts that wait for the next one of the same size: a training asks for the same again and again.</summary>
internal sealed class RolloutTapes(Func<ResidualKernel> kernels)
{
    private const int MostIdle = 4;

    private readonly Lock gate = new();
    private readonly List<(ResidualKernel Kernel, RolloutTape Tape)> idle = [];

    internal RecordedRollout Take(int runs, int steps, Action<ResidualKernel> load)
    {
        var memory = Find(runs, steps) ?? New(runs, steps);
        load(memory.Kernel);
        return new(this, memory);
    }

    internal void Return((ResidualKernel Kernel, RolloutTape Tape) memory)
    {
        lock (gate)
        {
            idle.Add(memory);
            if (idle.Count > MostIdle)
            {
                idle[0].Tape.Dispose();
                idle[0].Kernel.Weights.Dispose();
                idle.RemoveAt(0);
            }
        }
    }

    private (ResidualKernel Kernel, RolloutTape Tape)? Find(int runs, int steps)
    {
        lock (gate)
        {
            var found = idle.FindIndex(memory => memory.Tape.Fits(runs, steps));
            if (found < 0)
            {
                return null;
            }

            var memory = idle[found];
            idle.RemoveAt(found);
            return memory;
        }
    }

    private (ResidualKernel Kernel, RolloutTape Tape) New(int runs, int steps)
    {
        var kernel = kernels();
        return (kernel, new(kernel.Map, kernel.Weights, runs, steps));
    }
}
