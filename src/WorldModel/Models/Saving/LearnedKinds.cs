namespace WorldModel.Models;

/// <summary>The kinds of models that a file can hold. A new one is one more line.</summary>
internal static class LearnedKinds
{
    private static readonly SortedDictionary<string, Func<Blueprint, ILearned>> Makers = new(StringComparer.Ordinal)
    {
        [nameof(AutoregressiveMlp)] = AutoregressiveMlp.Make,
        [nameof(Ensemble)] = Ensemble.Make,
        [nameof(GraphNet)] = GraphNet.Make,
        [nameof(HamiltonianNet)] = HamiltonianNet.Make,
        [nameof(LagrangianNet)] = LagrangianNet.Make,
        [nameof(NeuralOde)] = NeuralOde.Make,
        [nameof(ResidualMlp)] = ResidualMlp.Make,
    };

    internal static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>A model of that shape with any numbers in it.</summary>
    /// <exception cref="InvalidDataException">This library does not know the kind, or cannot build it like this.</exception>
    internal static ILearned Make(Blueprint blueprint)
    {
        var make = Makers.GetValueOrDefault(blueprint.Kind) ?? throw new InvalidDataException(
            $"it holds a model of kind '{blueprint.Kind}', and this library knows {string.Join(", ", Names)}: update the library, or save another model");
        try
        {
            blueprint.RequireRoom();
            return make(blueprint);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new InvalidDataException($"its header describes no {blueprint.Kind} that can be built ({e.Message}): save the model anew", e);
        }
    }
}
