using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Pictures;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>What all notebooks of a run share.</summary>
/// <param name="Cache">What passed before.</param>
/// <param name="Share">How the cores are shared out.</param>
/// <param name="Pictures">Where charts get their pictures.</param>
/// <param name="Progress">Tells while it happens.</param>
/// <param name="Output">Takes the summary.</param>
internal sealed record RunTools(RunCache Cache, ThreadShare Share, ChartPictures Pictures, ProgressReport Progress, TextWriter Output);
