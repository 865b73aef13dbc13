using System.Runtime.InteropServices;

namespace WorldModel.Native;

/// <summary>Words for a native library that does not load: what was looked for, which libstdc++ there is, what to do.</summary>
internal static class NativeDiagnosis
{
    private const string Rebuild = "Build the library again with 'dotnet build -c Release src/WorldModel' and restart the notebook's kernel.";

    internal static string Missing(string path) =>
        $"The native library {path} does not exist on this {RuntimeInformation.RuntimeIdentifier} machine. {Rebuild}";

    internal static string Unloadable(string path, string reason) =>
        $"The native library {path} exists but cannot be loaded: {reason.Trim()}. {Libstdcxx(path)}{Rebuild}";

    /// <summary>Which C++ runtime the file needs and which one this machine has (Linux only, else empty).</summary>
    private static string Libstdcxx(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        var needed = Newest(ElfVersions.Read(File.ReadAllBytes(path)).Where(demand => !demand.IsWeak).Select(demand => demand.Name));
        var found = LoadedLibstdcxx();
        var offered = found is null ? null : Newest(OfferedBy(found));
        return $"It needs {needed ?? "no particular libstdc++"}; "
            + (found is null ? "no libstdc++ was found (install the package libstdc++6). " : $"the libstdc++ found is {found}, which offers up to {offered}. ");
    }

    private static string? LoadedLibstdcxx()
    {
        if (!NativeLibrary.TryLoad("libstdc++.so.6", out _))
        {
            return null;
        }

        var mapped = File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("/libstdc++.so.6", StringComparison.Ordinal));
        return mapped?[mapped.IndexOf('/', StringComparison.Ordinal)..];
    }

    // The versions that a library offers stand as plain text in its string table.
    private static IEnumerable<string> OfferedBy(string path) =>
        System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(path)).Split('\0').Where(text => text.Length < 24);

    private static string? Newest(IEnumerable<string> names) =>
        names.Select(name => (name, version: name.StartsWith("GLIBCXX_", StringComparison.Ordinal) && Version.TryParse(name[8..], out var v) ? v : null))
            .Where(pair => pair.version is not null)
            .OrderByDescending(pair => pair.version)
            .FirstOrDefault().name;
}
