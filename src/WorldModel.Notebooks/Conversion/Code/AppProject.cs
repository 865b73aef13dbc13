namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>The project of a file-based app, as directives: the library, and a build that says what the notebook's run says.</summary>
internal static class AppProject
{
    // Unused variables and functions are none in a notebook: a later cell may use them.
    private const string Unused = "CS0162;CS0168;CS0219;CS8321";

    public static string Directives(ConversionTarget target, LibraryPlace library)
    {
        // The language and the rules of cells; neither the analysers nor the native compilation that apps get by themselves.
        string[] same = ["LangVersion=13.0", "Nullable=disable", "ImplicitUsings=disable", "PublishAot=false", "RunAnalyzers=false", "EnforceCodeStyleInBuild=false", "TreatWarningsAsErrors=false", "MSBuildTreatWarningsAsErrors=false", $"NoWarn=$(NoWarn);{Unused}"];

        // What the repository's own projects get, wherever this file lies: one native library, pinned packages.
        string[] shared =
        [
            "TargetFramework=net10.0", "InvariantGlobalization=true", "UseCurrentRuntimeIdentifier=true", "SelfContained=false", "CreateHardLinksForCopyLocalIfPossible=true", "SatelliteResourceLanguages=en",
            "ManagePackageVersionsCentrally=true", "CentralPackageVersionsFileImported=true", $"DirectoryBuildTargetsPath={Anchored(target.Relative(Path.Combine(library.Repository, "Directory.Build.targets")))}",
        ];
        return string.Join('\n', same.Concat(shared).Select(property => $"#:property {property}").Prepend($"#:project {target.Relative(library.Project)}"));
    }

    private static string Anchored(string path) => Path.IsPathRooted(path) ? path : $"$(MSBuildProjectDirectory)/{path}";
}
