using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>The setup is the same everywhere, so that it is read once.</summary>
internal static class SetupRules
{
    private const string Setup = """
        // Missing? Build it once: dotnet build -c Release src/WorldModel
        #r "{up}artifacts/library/WorldModel.dll"
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using WorldModel; using WorldModel.Display; using WorldModel.Data;
        using WorldModel.Worlds; using WorldModel.Twins; using WorldModel.Models;
        using WorldModel.Learning; using WorldModel.Evaluation; using WorldModel.Charts;
        Seed.Set(1);
        """;

    /// <param name="notebook">The notebook.</param>
    /// <param name="up">Way from the notebook's folder to the repository's root.</param>
    public static IEnumerable<string> Problems(Notebook notebook, string up)
    {
        Cell[] setups = [.. notebook.Part("setup/code")];
        if (setups.Length != 1)
        {
            yield return $"{setups.Length} cells of setup/code, which has to be 1";
        }
        else if (setups[0].Source.TrimEnd() != Of(up))
        {
            yield return $"{setups[0].Named} is not the setup of all notebooks:\n{Of(up)}";
        }
    }

    public static string Of(string up) => Setup.ReplaceLineEndings("\n").Replace("{up}", up, StringComparison.Ordinal);
}
