namespace WorldModel.Benchmarks.Course;

/// <summary>A notebook's row in the runner's summary: its own words.</summary>
internal sealed record SummaryRow(string Notebook, string Seconds, string Memory, string Result);
