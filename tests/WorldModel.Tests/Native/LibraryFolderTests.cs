using WorldModel.Native;

namespace WorldModel.Tests.Native;

/// <summary>The folder that every notebook references, as the build of the library left it.</summary>
public sealed class LibraryFolderTests
{
    private const string Demanded = "GLIBCXX_3.4.32";
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "library");
    private static readonly string Repaired = Path.Combine(Folder, "libLibTorchSharp.so");

    [Theory]
    [InlineData("WorldModel.dll")]
    [InlineData("WorldModel.xml")]
    [InlineData("TorchSharp.dll")]
    [InlineData("Plotly.NET.dll")]
    [InlineData("Microsoft.Data.Analysis.dll")]
    public void Assemblies_lie_beside_each_other(string file) => Assert.True(File.Exists(Path.Combine(Folder, file)));

    [Fact]
    public void FSharp_Core_lies_apart_so_that_a_host_keeps_its_own()
    {
        Assert.False(File.Exists(Path.Combine(Folder, "FSharp.Core.dll")));
        Assert.True(File.Exists(Path.Combine(Folder, "fsharp", "FSharp.Core.dll")));
    }

    [Fact]
    public void Native_libraries_lie_flat_where_script_hosts_look()
    {
        Assert.False(Directory.Exists(Path.Combine(Folder, "runtimes")));
        Assert.Null(TorchLibrary.LoadFrom(Folder));
    }

    [Fact]
    public void On_Linux_the_demand_for_a_newer_libstdcxx_is_weak()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only the Linux library is repaired");
        var demand = Assert.Single(ElfVersions.Read(File.ReadAllBytes(Repaired)), demand => demand.Name == Demanded);
        Assert.True(demand.IsWeak);
    }

    [Fact]
    public void On_Linux_the_repair_changed_one_byte_of_the_package()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only the Linux library is repaired");
        var repaired = File.ReadAllBytes(Repaired);
        var demand = ElfVersions.Read(repaired).Single(demand => demand.Name == Demanded);
        var original = Original();
        Assert.SkipUnless(File.Exists(original), $"the package is not at {original}");

        var image = File.ReadAllBytes(original);
        Assert.Equal([demand.FlagsOffset], Enumerable.Range(0, image.Length).Where(i => image[i] != repaired[i]));
        Assert.Equal(image[demand.FlagsOffset] | 2, repaired[demand.FlagsOffset]);
    }

    private static string Original() => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "torchsharp", typeof(torch).Assembly.GetName().Version!.ToString(3), "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
}
