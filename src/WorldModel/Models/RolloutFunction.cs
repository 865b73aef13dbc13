using TorchSharp;
using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>A whole rollout as one operation of TorchSharp's gradients: kernels go forward, and back through all steps.</summary>
internal sealed class RolloutFunction : autograd.SingleTensorFunction<RolloutFunction>
{
    private const string Kept = "rollout";

    /// <inheritdoc />
    public override string Name => "WorldModelRollout";

    /// <summary>States [B, T+1, S] from the initial ones [B, S], actions [B, T, A] and the network's parameters.</summary>
    internal static Tensor Run(RecordedRollout rollout, Tensor initial, Tensor actions, IEnumerable<Tensor> parameters) =>
        apply([rollout, initial, actions, .. parameters]);

    /// <inheritdoc />
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var rollout = (RecordedRollout)vars[0];
        ctx.save_data(Kept, rollout);
        return rollout.Forward((Tensor)vars[1], (Tensor)vars[2]);
    }

    /// <inheritdoc />
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
        [null!, .. ((RecordedRollout)ctx.get_data(Kept)).Backward(grad_output)];
}
