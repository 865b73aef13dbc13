namespace WorldModel.Models;

/// <summary>Layers of equal width and a linear one at the end that starts small, so that the untrained network changes hardly anything.</summary>
internal static class HiddenLayers
{
    /// <summary>The layers in order, an activation after each but the last.</summary>
    /// <param name="inputs">Numbers that come in.</param>
    /// <param name="size">Units a hidden layer, and how many of these.</param>
    /// <param name="outputs">Numbers that go out.</param>
    /// <param name="activation">Makes an activation; SiLU when not given.</param>
    /// <param name="share">By what the last layer's weights are multiplied at the start; its bias is 0.</param>
    internal static nn.Module<Tensor, Tensor>[] Of(
        int inputs, (int Width, int Depth) size, int outputs, Func<nn.Module<Tensor, Tensor>>? activation = null, double share = 0.1)
    {
        List<nn.Module<Tensor, Tensor>> layers = [];
        for (var layer = 0; layer < size.Depth; layer++)
        {
            layers.AddRange([nn.Linear(layer == 0 ? inputs : size.Width, size.Width), activation?.Invoke() ?? nn.SiLU()]);
        }

        var last = nn.Linear(size.Width, outputs);
        using (no_grad())
        {
            last.weight!.mul_(share);
            last.bias!.zero_();
        }

        return [.. layers, last];
    }
}
