using TorchSharp;

namespace WorldModel.Models;

/// <summary>
/// The outputs of a <see cref="TanhNet"/> as one operation of TorchSharp's gradients, with its way back written out: a
/// quarter of the small operations, of which a step of such a network consists.
/// </summary>
internal sealed class TanhFunction : autograd.SingleTensorFunction<TanhFunction>
{
    /// <inheritdoc />
    public override string Name => "WorldModelTanhNet";

    /// <summary>Outputs [B, O] of inputs [B, I]; weights W₁, b₁, W₂, b₂, W₃.</summary>
    internal static Tensor Run(Tensor input, Tensor[] weights) => apply([input, .. weights]);

    /// <inheritdoc />
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        Tensor[] given = [.. vars.Cast<Tensor>()];
        var (lower, upper) = TanhLayers.Of(given);
        ctx.save_for_backward([.. given, lower, upper]); // taken over only after this method: the caller's scope ends them
        return upper.matmul(given[5].t());
    }

    /// <inheritdoc />
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var scope = NewDisposeScope();
        var kept = ctx.get_saved_variables();
        var (input, lower, upper) = (kept[0], kept[6], kept[7]);
        var second = TanhLayers.Before(upper, grad_output.matmul(kept[5]));
        var first = TanhLayers.Before(lower, second.matmul(kept[3]));
        Tensor?[] gradients =
        [
            input.requires_grad ? first.matmul(kept[1]) : null,
            first.t().matmul(input), first.sum([0L]), second.t().matmul(lower), second.sum([0L]), grad_output.t().matmul(upper),
        ];
        return [.. gradients.Select(gradient => gradient?.MoveToOuterDisposeScope()!)];
    }
}
