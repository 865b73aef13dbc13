using WorldModel.Models;

namespace WorldModel.Tests.Memory;

/// <summary>The members that write and read models.</summary>
internal static class SavingLeakCases
{
    private static readonly string WeightsPath = Path.Combine(AppContext.BaseDirectory, "leak-weights.safetensors");

    internal static LeakCase[] All { get; } =
    [
        new("ModelFile.Save", 0, on => Saved(on.Model)),
        new("ModelFile.Load", 0, on => ModelFile.Load(Saved(on.Model)), Kept: 9),
        new("ModelFile.Load", 0, on => ModelFile.Load<ResidualMlp>(Saved(on.Model)), Kept: 9),
        new("WeightsFile.Save", 0, on => Weights(on.Model)),
        new("WeightsFile.Save", 0, on => Weights(on.Model.state_dict())),
        new("WeightsFile.LoadInto", 0, on => Filled(on.Model)),
        new("WeightsFile.LoadInto", 0, on => Filled(on.Model.state_dict(), Weights(on.Model))),
    ];

    private static string Saved(ResidualMlp model)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "leak.safetensors");
        ModelFile.Save(model, path);
        return path;
    }

    private static string Weights(ResidualMlp model)
    {
        WeightsFile.Save(model, WeightsPath);
        return WeightsPath;
    }

    private static string Weights(Dictionary<string, Tensor> tensors)
    {
        WeightsFile.Save(tensors, WeightsPath);
        return WeightsPath;
    }

    private static string Filled(ResidualMlp model)
    {
        var path = Weights(model);
        WeightsFile.LoadInto(model, path);
        return path;
    }

    private static string Filled(Dictionary<string, Tensor> tensors, string path)
    {
        WeightsFile.LoadInto(tensors, path);
        return path;
    }
}
