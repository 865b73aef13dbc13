using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace WorldModel.Notebooks.Rendering;

/// <summary>
/// plotly.js as Plotly.NET carries it inside its assembly, so that the site draws its charts without a network. The
/// assembly is only read as a file, never loaded.
/// </summary>
internal static class PlotlyAsset
{
    public const string FileName = "plotly.min.js";

    /// <summary>Writes the script and its licence into <paramref name="assets"/>; false when this assembly has none.</summary>
    public static bool Write(string assemblyPath, string assets)
    {
        if (!File.Exists(assemblyPath))
        {
            return false;
        }

        using var assembly = new PEReader(File.OpenRead(assemblyPath));
        var script = Resource(assembly, name => name.StartsWith("Plotly.NET.plotly-", StringComparison.Ordinal) && name.EndsWith(".min.js", StringComparison.Ordinal));
        if (script is null)
        {
            return false;
        }

        File.WriteAllBytes(Path.Combine(assets, FileName), script);
        if (Resource(assembly, name => name.EndsWith(".LICENSE.txt", StringComparison.OrdinalIgnoreCase)) is { } licence)
        {
            File.WriteAllBytes(Path.Combine(assets, "plotly.LICENSE.txt"), licence);
        }

        return true;
    }

    private static byte[]? Resource(PEReader assembly, Func<string, bool> isWanted)
    {
        var metadata = assembly.GetMetadataReader();
        foreach (var resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
        {
            if (resource.Implementation.IsNil && isWanted(metadata.GetString(resource.Name)))
            {
                return Content(assembly, (int)resource.Offset);
            }
        }

        return null;
    }

    // Each embedded resource begins with its length in four bytes.
    private static byte[] Content(PEReader assembly, int offset)
    {
        var start = assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + offset;
        var length = assembly.GetSectionData(start).GetReader(0, 4).ReadInt32();
        return assembly.GetSectionData(start).GetReader(4, length).ReadBytes(length);
    }
}
