using TorchSharp.Modules;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// The adjoint equation of learned equations of motion f(x, u; θ), as one long row (x, a, ∂L/∂u, ∂L/∂θ):
/// da/dt = −aᵀ·∂f/∂x and the gradients likewise, where a = ∂L/∂x (Chen et al., arXiv 1806.07366, equations 4 and 5).
/// </summary>
internal sealed class AdjointPhysics(LearnedPhysics model, long[] shape, Tensor action) : IPhysics
{
    private readonly Parameter[] parameters = [.. model.parameters()];

    public Space State => Space.None;

    public Space Action => Space.None;

    /// <summary>The row at the end of a step: its state, the loss's slope there, and no gradients yet.</summary>
    internal Tensor AtEnd(Tensor state, Tensor slope) =>
        cat([state.reshape(-1), slope.reshape(-1), zeros(action.numel() + parameters.Sum(parameter => parameter.numel()), dtype: state.dtype, device: state.device)]);

    /// <summary>What a row has collected: the gradients of state, action and parameters.</summary>
    internal IEnumerable<Tensor> Gradients(Tensor row) => Parts(row).Skip(1);

    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var parts = Parts(state);
        using var gradient = set_grad_enabled(true);
        Tensor[] inputs = [parts[0].detach().clone().requires_grad_(), action.detach().clone().requires_grad_()];
        var rate = model.Derivative(inputs[0], inputs[1]);
        var back = autograd.grad([rate], [.. inputs, .. parameters], [parts[1].detach()], allow_unused: true);
        return cat([rate.detach().reshape(-1), .. back.Select((slope, i) => Backwards(slope, i < 2 ? inputs[i] : parameters[i - 2]))]).MoveToOuterDisposeScope();
    }

    // Without actions there is no slope by them.
    private static Tensor Backwards(Tensor? slope, Tensor of) => slope is null || slope.IsInvalid ? zeros(of.numel(), dtype: of.dtype, device: of.device) : -slope.detach().reshape(-1);

    private Tensor[] Parts(Tensor row)
    {
        long[][] shapes = [shape, shape, action.shape, .. parameters.Select(parameter => parameter.shape)];
        var (parts, start) = (new Tensor[shapes.Length], 0L);
        for (var i = 0; i < shapes.Length; i++)
        {
            var length = shapes[i].Aggregate(1L, (product, size) => product * size);
            (parts[i], start) = (row.narrow(0, start, length).reshape(shapes[i]), start + length);
        }

        return parts;
    }
}
