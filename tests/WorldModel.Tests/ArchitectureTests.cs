using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using WorldModel.Native;
using WorldModel.Tests.Architecture;
using WorldModel.Worlds;

namespace WorldModel.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] KnowDataFrames = ["Csv", "CsvWriting", "FrameRules", "Frames", "SceneFrames"];
    private static readonly string[] PlotlyAndItsOwn = ["Plotly.NET", "DynamicObj", "FSharp.Core", "Giraffe.ViewEngine", "Newtonsoft.Json"];
    private static readonly string[] SaysNothing = ["Util", "Helper", "Common", "Manager"];

    [Fact]
    public void References_are_found_in_signatures_and_in_code()
    {
        Assert.Contains(typeof(IPhysics), TypeReferences.Of(typeof(Simulated)));
        Assert.Contains(typeof(TorchLibrary), TypeReferences.Of(typeof(Simulated))); // only called, in a method's body
        Assert.Contains(typeof(Channel), TypeReferences.Of(typeof(Apple)));
    }

    [Fact]
    public void A_folder_knows_only_those_above_it()
    {
        var wrong = from type in Folders.Types
                    let place = Array.IndexOf(Folders.InOrder, Folders.Of(type))
                    from known in TypeReferences.Of(type)
                    where Folders.Of(known) is { } folder && Array.IndexOf(Folders.InOrder, folder) > place
                    select $"{type} knows {known}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Kernels_are_known_only_to_what_they_make_fast()
    {
        var knowing = Folders.Types.Where(type => TypeReferences.Of(type).Any(known => Folders.Of(known) == "Kernels")).Select(type => Folders.Of(type)!).Distinct();
        Assert.Empty(knowing.Except(["Kernels", "Worlds", "Models", "Learning", "Planning"]));
    }

    [Fact]
    public void Every_folder_has_its_place()
    {
        Assert.Empty(Folders.Types.Select(type => Folders.Of(type)!).Except(Folders.InOrder));
        Assert.All(["Core", "Worlds", "Data", "Charts"], folder => Assert.Contains(Folders.Types, type => Folders.Of(type) == folder));
    }

    [Fact]
    public void A_files_namespace_is_its_top_folder()
    {
        var library = Path.Combine(Repository.Root, "src", "WorldModel");
        Assert.All(Folders.Sources("src/WorldModel"), file =>
        {
            var folder = Path.GetRelativePath(library, file).Split(Path.DirectorySeparatorChar)[0];
            Assert.Contains(folder == "Core" ? "namespace WorldModel;" : $"namespace WorldModel.{folder};", File.ReadLines(file));
        });
    }

    [Fact]
    public void Only_charts_know_Plotly() => Assert.Equal(["Charts"], FoldersThatKnow(PlotlyAndItsOwn));

    [Fact]
    public void Only_frames_know_DataFrame()
    {
        Assert.Equal(["Data"], FoldersThatKnow("Microsoft.Data.Analysis"));
        Assert.Equal(KnowDataFrames, TypesThatKnow("Microsoft.Data.Analysis").Select(type => Outermost(type).Name).Distinct().Order());
    }

    [Fact]
    public void Only_quantiles_know_MathNet() => Assert.Equal(["Quantile"], TypesThatKnow("MathNet.Numerics").Select(type => type.Name));

    [Fact]
    public void No_name_says_nothing()
    {
        var names = Folders.Sources("src", "tests").SelectMany(file => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar))
            .Concat(Folders.Types.Select(type => type.Name));
        Assert.DoesNotContain(names, name => SaysNothing.Any(word => name.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_file_is_longer_than_200_lines() =>
        Assert.DoesNotContain(Folders.Sources("src", "tests"), file => File.ReadLines(file).Count() > 200);

    [Fact]
    public void The_runner_is_built_after_the_library_and_does_not_refer_to_it()
    {
        var project = Path.Combine(Repository.Root, "src", "WorldModel.Notebooks", "WorldModel.Notebooks.csproj");
        var reference = Assert.Single(XDocument.Load(project).Descendants("ProjectReference"), reference => reference.Attribute("Include")!.Value.EndsWith("WorldModel.csproj", StringComparison.Ordinal));
        Assert.Equal("false", reference.Attribute("ReferenceOutputAssembly")?.Value);

        foreach (var built in Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "WorldModel.Notebooks.dll", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("WorldModel", References(built));
        }
    }

    private static IEnumerable<string> FoldersThatKnow(params string[] assemblies) => TypesThatKnow(assemblies).Select(type => Folders.Of(type)!).Distinct();

    private static IEnumerable<Type> TypesThatKnow(params string[] assemblies) =>
        Folders.Types.Where(type => TypeReferences.Of(type).Any(known => assemblies.Contains(known.Assembly.GetName().Name)));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static List<string> References(string assembly)
    {
        using PEReader file = new(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
