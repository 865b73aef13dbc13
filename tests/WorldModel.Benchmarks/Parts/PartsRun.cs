using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Native;

namespace WorldModel.Benchmarks.Parts;

/// <summary>BenchmarkDotNet's measurements of the library's parts.</summary>
internal static class PartsRun
{
    private static readonly Type[] Parts = [typeof(DenseParts), typeof(AdamParts), typeof(CurveParts), typeof(WorkerParts), typeof(WorldParts)];

    internal static int Run(NamePattern only, string job, string folder)
    {
        TorchLibrary.EnsureLoaded();
        only.Choose(Parts.SelectMany(part => BenchmarkConverter.TypeToBenchmarks(part).BenchmarksCases), NameOf);
        var summaries = BenchmarkRunner.Run(Parts, ConfigOf(only, job, folder));
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? ExitCode.Failed : ExitCode.Done;
    }

    // In this process: another one would need a build of its own, and libtorch beside it.
    private static ManualConfig ConfigOf(NamePattern only, string job, string folder) => ManualConfig.CreateEmpty()
        .AddJob((job == "short" ? Job.ShortRun : Job.MediumRun).WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .AddFilter(new SimpleFilter(benchmark => only.Matches(NameOf(benchmark))))
        .WithOptions(ConfigOptions.JoinSummary)
        .WithArtifactsPath(Path.Combine(folder, "parts"));

    private static string NameOf(BenchmarkCase benchmark) => $"{benchmark.Descriptor.Type.Name}.{benchmark.Descriptor.WorkloadMethod.Name}";
}
