using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>The course is C#: another kernel's notebook is refused before its first cell fails with nonsense.</summary>
internal static class NotebookLanguage
{
    public static void Check(string path, JsonElement root)
    {
        if (Name(root) is { } language && !IsCSharp(language))
        {
            throw new NotebookProblem($"{path} is written for the kernel of \"{language}\"; this runner executes C# only (kernelspec \".net-csharp\"). Choose the C# kernel in the notebook, or run it with its own.");
        }
    }

    public static bool IsCSharp(string language) =>
        language.ToUpperInvariant() is "C#" or "CSHARP" or ".NET-CSHARP" or "POLYGLOT-NOTEBOOK" or "POLYGLOT";

    private static string? Name(JsonElement root)
    {
        var kernel = root.Find("metadata", "kernelspec");
        return kernel?.Text("language") ?? kernel?.Text("name") ?? root.Find("metadata", "language_info")?.Text("name");
    }
}
