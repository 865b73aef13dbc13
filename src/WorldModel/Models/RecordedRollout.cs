using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>One rollout between its way forward and its way back.</summary>
internal sealed unsafe class RecordedRollout(RolloutTapes tapes, (ResidualKernel Kernel, RolloutTape Tape) memory)
{
    private (ResidualKernel Kernel, RolloutTape Tape)? memory = memory;
    private long[] initialShape = [];
    private long[] actionShape = [];

    /// <summary>States [B, T+1, S].</summary>
    internal Tensor Forward(Tensor initial, Tensor actions)
    {
        (initialShape, actionShape) = (initial.shape, actions.shape);
        var states = empty([initialShape[0], actionShape[1] + 1, initialShape[1]]);
        using var scope = NewDisposeScope();
        var (from, acts) = (initial.detach().contiguous(), actions.detach().contiguous());
        fixed (byte* start = from.bytes, held = acts.bytes, to = states.bytes)
        {
            Tape.Forward(new((float*)start, (float*)held, (float*)to, ((int)initialShape[0], (int)actionShape[1], 1)));
        }

        return states;
    }

    /// <summary>Gradients of the initial states, the actions and each parameter, from that of the states [B, T+1, S].</summary>
    /// <exception cref="InvalidOperationException">The way back was gone before: what it needs is gone.</exception>
    internal IEnumerable<Tensor> Backward(Tensor states)
    {
        var (initial, actions) = (empty(initialShape), empty(actionShape));
        using (var scope = NewDisposeScope())
        {
            var from = states.contiguous();
            fixed (byte* given = from.bytes, start = initial.bytes, held = actions.bytes)
            {
                Tape.Backward(new((float*)given, (float*)start, (float*)held));
            }
        }

        var gradients = memory!.Value.Kernel.Gradients(Tape.WeightGradient);
        tapes.Return(memory.Value);
        memory = null;
        return [initial, actions, .. gradients];
    }

    private RolloutTape Tape => memory?.Tape ?? throw new InvalidOperationException(
        "gradients went back through this rollout before; let the model run again, or go through its call(), which TorchSharp remembers");
}
