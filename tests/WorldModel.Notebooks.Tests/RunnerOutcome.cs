namespace WorldModel.Notebooks.Tests;

internal sealed record RunnerOutcome(int ExitCode, string Output, string Error)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];
}
