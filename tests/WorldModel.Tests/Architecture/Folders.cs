namespace WorldModel.Tests.Architecture;

/// <summary>The library's folders, in the order in which they may know each other: each only those before it.</summary>
internal static class Folders
{
    internal static readonly string[] InOrder =
        ["Native", "Display", "Core", "Kernels", "Worlds", "Twins", "Data", "Models", "Learning", "Planning", "Evaluation", "Charts"];

    internal static IReadOnlyList<Type> Types { get; } = [.. typeof(Space).Assembly.GetTypes().Where(type => Of(type) is not null)];

    /// <summary>Folder of a type of the library by its namespace; null for other types and for what the compiler adds.</summary>
    internal static string? Of(Type type)
    {
        if (type.Assembly != typeof(Space).Assembly || type.Namespace is not { } name || !name.StartsWith("WorldModel", StringComparison.Ordinal))
        {
            return null;
        }

        return name.Split('.') is [_, var folder, ..] ? folder : "Core";
    }

    /// <summary>Source files below folders of the checkout, without what a build makes.</summary>
    internal static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}
