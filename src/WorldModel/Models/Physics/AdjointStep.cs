using TorchSharp;

namespace WorldModel.Models;

/// <summary>
/// A step of a <see cref="NeuralOde"/> whose gradient is found by running the adjoint equation back from its end: nothing
/// of the way there is kept (Chen et al., arXiv 1806.07366, algorithm 1).
/// </summary>
internal sealed class AdjointStep : autograd.SingleTensorFunction<AdjointStep>
{
    private const string Model = "model";
    private const string Ends = "ends";

    /// <inheritdoc />
    public override string Name => "WorldModelAdjointStep";

    /// <summary>Next state [B, S] from state [B, S] and action [B, A].</summary>
    internal static Tensor Run(NeuralOde model, Tensor state, Tensor action) => apply([model, state, action, .. model.parameters()]);

    /// <inheritdoc />
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (model, state, action) = ((NeuralOde)vars[0], (Tensor)vars[1], (Tensor)vars[2]);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var next = model.Advance(model, state, action, model.Dt);
        ctx.save_data(Model, model);
        ctx.save_data(Ends, (next.detach().clone().DetachFromDisposeScope(), action.detach().clone().DetachFromDisposeScope()));
        return next.MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var model = (NeuralOde)ctx.get_data(Model);
        var (end, action) = ((Tensor, Tensor))ctx.get_data(Ends);
        using var scope = NewDisposeScope();
        AdjointPhysics adjoint = new(model, end.shape, action);
        var start = model.Advance(adjoint, adjoint.AtEnd(end, grad_output), action, -model.Dt);
        return [null!, .. adjoint.Gradients(start).Select(gradient => gradient.clone().MoveToOuterDisposeScope())];
    }
}
