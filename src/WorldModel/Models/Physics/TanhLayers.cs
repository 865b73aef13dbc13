namespace WorldModel.Models;

/// <summary>Two layers of tanh, forwards and backwards, for operations whose gradients are written out.</summary>
internal static class TanhLayers
{
    /// <summary>Both layers [B, H] at inputs [B, I]; given are the inputs and W₁, b₁, W₂, b₂.</summary>
    internal static (Tensor Lower, Tensor Upper) Of(Tensor[] given)
    {
        var lower = nn.functional.linear(given[0], given[1], given[2]).tanh_();
        return (lower, nn.functional.linear(lower, given[3], given[4]).tanh_());
    }

    /// <summary>1 − tanh² of a layer [B, H]: how it changes with what comes in.</summary>
    internal static Tensor Changes(Tensor layer) => layer.square().neg_().add_(1);

    /// <summary>The gradient by what comes into a layer [B, H], from that by what goes out.</summary>
    internal static Tensor Before(Tensor layer, Tensor gradient) => Changes(layer).mul_(gradient);
}
