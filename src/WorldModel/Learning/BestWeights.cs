using TorchSharp.Modules;

namespace WorldModel.Learning;

/// <summary>A copy of the parameters at their lowest validation loss.</summary>
internal sealed class BestWeights(IReadOnlyList<Parameter> parameters) : IDisposable
{
    private readonly List<Tensor> copies = Clone(parameters);

    internal double Loss { get; private set; } = double.PositiveInfinity;

    internal int Epoch { get; private set; }

    /// <summary>What is fitted.</summary>
    internal IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>As it was at its best.</summary>
    internal IReadOnlyList<Tensor> Copies => copies;

    internal void Offer(EpochLoss epoch)
    {
        if (IsBetter(epoch))
        {
            Copy(parameters, copies);
        }
    }

    /// <summary>Whether an epoch is the best so far; then it counts as such.</summary>
    internal bool IsBetter(EpochLoss epoch)
    {
        if (epoch.Validation >= Loss)
        {
            return false;
        }

        (Loss, Epoch) = (epoch.Validation, epoch.Epoch);
        return true;
    }

    internal void Restore() => Copy(copies, parameters);

    public void Dispose() => copies.ForEach(copy => copy.Dispose());

    private static List<Tensor> Clone(IReadOnlyList<Parameter> parameters)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return [.. parameters.Select(parameter => parameter.clone().DetachFromDisposeScope())];
    }

    private static void Copy(IEnumerable<Tensor> from, IEnumerable<Tensor> to)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (source, target) in from.Zip(to))
        {
            target.copy_(source);
        }
    }
}
