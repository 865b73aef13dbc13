namespace WorldModel.Notebooks.Tests.CommandLine;

/// <summary>One run: its pages, the number that each page shows, and the first notebook's file after it.</summary>
internal sealed record RepeatedRun(RunnerOutcome Outcome, IReadOnlyDictionary<string, string> Pages, IReadOnlyDictionary<string, string> Numbers, string SourceOfA);
