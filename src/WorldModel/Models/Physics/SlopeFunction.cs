using TorchSharp;

namespace WorldModel.Models;

/// <summary>
/// The slope s = W₁ᵀ·(d₁ ⊙ W₂ᵀ·(d₂ ⊙ w₃)) of the only output of a <see cref="TanhNet"/>, with d = 1 − tanh², as one operation of
/// TorchSharp's gradients, with its way back written out: a training on slopes takes a third of the small operations.
/// </summary>
internal sealed class SlopeFunction : autograd.SingleTensorFunction<SlopeFunction>
{
    /// <inheritdoc />
    public override string Name => "WorldModelTanhSlope";

    /// <summary>Slopes [B, I] at inputs [B, I]; weights W₁, b₁, W₂, b₂, W₃.</summary>
    internal static Tensor Run(Tensor input, Tensor[] weights) => apply([input, .. weights]);

    /// <inheritdoc />
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        Tensor[] given = [.. vars.Cast<Tensor>()];
        var (lower, upper) = TanhLayers.Of(given);
        var down = (TanhLayers.Changes(upper) * given[5]).matmul(given[3]);
        var slope = TanhLayers.Before(lower, down).matmul(given[1]);
        ctx.save_for_backward([.. given, lower, upper, down]); // taken over only after this method: the caller's scope ends them
        return slope;
    }

    /// <inheritdoc />
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var scope = NewDisposeScope();
        var kept = ctx.get_saved_variables();
        var (input, weight, last) = (kept[0], kept[3], kept[5]);
        var (lower, upper, down) = (kept[6], kept[7], kept[8]);
        var (below, above) = (TanhLayers.Changes(lower), TanhLayers.Changes(upper));

        // Back along the slope itself: W₁ᵀ, then d₁, then W₂ᵀ, then d₂ ⊙ w₃.
        var across = grad_output.matmul(kept[1].t());
        var middle = below * across;
        var top = middle.matmul(weight.t());

        // And along the layers, on which d₁ and d₂ depend: d changes by −2·tanh·d.
        var second = (top * last).mul_(upper).mul_(above).mul_(-2);
        var first = second.matmul(weight).sub_((down * across).mul_(lower).mul_(2)).mul_(below);
        Tensor?[] gradients =
        [
            input.requires_grad ? first.matmul(kept[1]) : null,
            first.t().matmul(input).add_((below * down).t().matmul(grad_output)), first.sum([0L]),
            second.t().matmul(lower).add_((above * last).t().matmul(middle)), second.sum([0L]),
            (above * top).sum([0L]).unsqueeze_(0),
        ];
        return [.. gradients.Select(gradient => gradient?.MoveToOuterDisposeScope()!)];
    }
}
