using System.Globalization;
using WorldModel.Native;

namespace WorldModel.Tests.Native;

public sealed class TorchLibraryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("worldmodel-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_loads_from_beside_TorchSharp() => Assert.Null(TorchLibrary.LoadFrom(Path.GetDirectoryName(typeof(torch).Assembly.Location)!));

    [Fact]
    public void A_missing_library_is_named_with_what_to_do()
    {
        var message = TorchLibrary.LoadFrom(folder);
        Assert.Contains(Path.Combine(folder, Torch), message, StringComparison.Ordinal);
        Assert.Contains("does not exist", message, StringComparison.Ordinal);
        Assert.Contains("dotnet build -c Release src/WorldModel", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_does_not_load_is_named_with_what_to_do()
    {
        File.WriteAllText(Path.Combine(folder, Torch), "no library at all");
        var message = TorchLibrary.LoadFrom(folder);
        Assert.Contains(Path.Combine(folder, Torch), message, StringComparison.Ordinal);
        Assert.Contains("cannot be loaded", message, StringComparison.Ordinal);
        Assert.Contains("dotnet build -c Release src/WorldModel", message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_Linux_the_message_names_the_libstdcxx_needed_and_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libstdc++ matters on Linux only");
        File.WriteAllBytes(Path.Combine(folder, Torch), SmallElf.Image());
        Assert.Matches(@"It needs GLIBCXX_3\.4\.32; the libstdc\+\+ found is /\S*libstdc\+\+\.so\.6\S*, which offers up to GLIBCXX_3\.4(\.\d+)?\.", TorchLibrary.LoadFrom(folder));

        File.WriteAllText(Path.Combine(folder, Torch), "no library at all");
        Assert.Contains("It needs no particular libstdc++; ", TorchLibrary.LoadFrom(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("1,4")]
    public void Libtorch_has_one_thread_unless_more_are_asked_for(string? asked) => Assert.Equal(1, TorchLibrary.ThreadsFor(asked));

    [Theory]
    [InlineData("2")]
    [InlineData(" 2,1")]
    [InlineData("1000")]
    public void It_has_no_more_threads_than_there_are_cores(string asked) =>
        Assert.Equal(Math.Min(int.Parse(asked.Split(',')[0], CultureInfo.InvariantCulture), Environment.ProcessorCount), TorchLibrary.ThreadsFor(asked));

    private static string Torch => OperatingSystem.IsWindows() ? "torch_cpu.dll" : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib" : "libtorch_cpu.so";
}
