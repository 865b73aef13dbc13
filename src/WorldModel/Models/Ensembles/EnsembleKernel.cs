using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>A copy of an ensemble's numbers as kernels want them.</summary>
internal sealed class EnsembleKernel
{
    /// <summary>Room for the numbers of an ensemble like this.</summary>
    internal EnsembleKernel(Ensemble like)
    {
        var (inputs, places) = (like.Shape.Sizes[0], like.Frame.Features.Places);
        Map = new(like.Shape, places, new float[inputs], new float[inputs], new float[like.State.Size])
        {
            Variances = (MathF.Exp(SoftBounds.Lowest), MathF.Exp(SoftBounds.Highest)),
        };
        Weights = new(like.Shape, like.Members);
    }

    private EnsembleMap Map { get; }

    private MlpWeights Weights { get; }

    /// <summary>Takes over the numbers of now.</summary>
    internal EnsembleKernel Load(Ensemble model)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        for (var member = 0; member < model.Members; member++)
        {
            Weights.Load(member, model.Weights(member));
        }

        var frame = model.Frame;
        foreach (var (from, to) in new[] { (frame.Mean, Map.Mean), (frame.Deviation, Map.Inverse), (frame.Usual, Map.Usual), (frame.Changes, Map.Changes) })
        {
            from.data<float>().CopyTo(to);
        }

        for (var feature = 0; feature < Map.Inverse.Length; feature++)
        {
            Map.Inverse[feature] = 1 / Map.Inverse[feature];
        }

        return this;
    }

    /// <summary>All members, who say the mean of their means.</summary>
    internal EnsembleModel Together() => new(Map, Weights, (0, Weights.Networks));

    /// <summary>Each member alone.</summary>
    internal EnsembleModel[] Alone() => [.. Enumerable.Range(0, Weights.Networks).Select(member => new EnsembleModel(Map, Weights, (member, 1)))];
}
