namespace WorldModel.Tests.Charts;

/// <summary>Tests that set the process's switch take turns.</summary>
[CollectionDefinition(nameof(PlotlyScripts), DisableParallelization = true)]
public sealed class PlotlyScripts;
