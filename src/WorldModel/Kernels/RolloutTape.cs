using System.Numerics.Tensors;

namespace WorldModel.Kernels;

/// <summary>
/// A rollout that remembers its steps, so that gradients can come back through them: forward once, then back once. Weights
/// are those of the way forward, whatever happens to the model in between.
/// </summary>
internal sealed unsafe class RolloutTape : IJob, IDisposable
{
    private readonly ResidualMap map;
    private readonly MlpWeights weights;
    private readonly BatchBlocks blocks;
    private readonly int steps;
    private readonly RolloutBlock[] memory;
    private readonly NativeFloats gradients;
    private RolloutTask task;
    private RolloutGradients back;
    private bool isForward;

    internal RolloutTape(ResidualMap map, MlpWeights weights, int runs, int steps)
    {
        (this.map, this.weights, this.steps) = (map, weights, steps);
        blocks = BatchBlocks.Of(runs, MlpPass.Chosen.Multiple);
        memory = [.. Enumerable.Range(0, blocks.Count).Select(_ => new RolloutBlock(map, blocks.Lanes, Math.Max(steps, 1)))];
        gradients = new(Math.Max(Shares, 1) * weights.Shape.Count);
    }

    /// <summary>Gradient of all weights after the way back, as they lie.</summary>
    internal float* WeightGradient => gradients.Pointer;

    private int Shares => Math.Min(blocks.Count, MlpGradient.MostShares);

    internal bool Fits(int runs, int steps) => runs == blocks.Rows && steps == this.steps;

    /// <summary>Fills in all states.</summary>
    internal void Forward(RolloutTask task)
    {
        (this.task, isForward) = (task, true);
        Workers.Run(this, blocks.Count);
    }

    /// <summary>Fills in the gradients of what went in, and <see cref="WeightGradient"/>.</summary>
    internal void Backward(RolloutGradients back)
    {
        (this.back, isForward) = (back, false);
        gradients.Clear();
        weights.Transpose(0);
        Workers.Run(this, Shares);
        for (var share = 1; share < Shares; share++)
        {
            var sum = new Span<float>(gradients.Pointer, (int)weights.Shape.Count);
            TensorPrimitives.Add(sum, new ReadOnlySpan<float>(gradients.Pointer + (share * weights.Shape.Count), sum.Length), sum);
        }
    }

    public void Run(int piece, int worker)
    {
        if (isForward)
        {
            Forward(memory[piece], blocks.Block(piece));
            return;
        }

        for (var block = piece; block < blocks.Count; block += Shares)
        {
            Backward(memory[block], blocks.Block(block), gradients.Pointer + (piece * weights.Shape.Count));
        }
    }

    public void Dispose()
    {
        Array.ForEach(memory, block => block.Dispose());
        gradients.Dispose();
    }

    private void Forward(RolloutBlock block, (int First, int Count) rows)
    {
        var states = new BatchRows(task.States, (nint)(steps + 1) * map.States);
        new BatchRows(task.Initial, map.States).Load(rows, (0, map.States), block.State(0), block.Lanes);
        states.Store(rows, (0, map.States), block.State(0), block.Lanes);
        for (var step = 0; step < steps; step++)
        {
            block.Forward(MlpPass.Chosen, (weights, 0), step, (new BatchRows(task.Actions, (nint)steps * map.Actions), rows, step * map.Actions));
            states.Store(rows, ((step + 1) * map.States, map.States), block.State(step + 1), block.Lanes);
        }
    }

    private void Backward(RolloutBlock block, (int First, int Count) rows, float* weightGradient)
    {
        var states = new BatchRows(back.States, (nint)(steps + 1) * map.States);
        states.Load(rows, (steps * map.States, map.States), block.Gradient, block.Lanes);
        for (var step = steps - 1; step >= 0; step--)
        {
            block.Backward(MlpPass.Chosen, (weights, 0), step, weightGradient, wantsInputs: true);
            new BatchRows(back.Actions, (nint)steps * map.Actions).Store(rows, (step * map.Actions, map.Actions), block.ActionGradient, block.Lanes);
            states.AddTo(rows, (step * map.States, map.States), block.Gradient, block.Lanes);
        }

        new BatchRows(back.Initial, map.States).Store(rows, (0, map.States), block.Gradient, block.Lanes);
    }
}
