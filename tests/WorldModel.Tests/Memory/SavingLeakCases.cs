using WorldModel.Models;

namespace WorldModel.Tests.Memory;

/// <summary>The members that write and read models.</summary>
internal static class SavingLeakCases
{
    internal static LeakCase[] All { get; } =
    [
        new("ModelFile.Save", 0, on => Saved(on.Model)),
        new("ModelFile.Load", 0, on => ModelFile.Load(Saved(on.Model)), Kept: 9),
        new("ModelFile.Load", 0, on => ModelFile.Load<ResidualMlp>(Saved(on.Model)), Kept: 9),
    ];

    private static string Saved(ResidualMlp model)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "leak.safetensors");
        ModelFile.Save(model, path);
        return path;
    }
}
