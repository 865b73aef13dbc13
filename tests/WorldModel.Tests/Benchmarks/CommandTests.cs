using WorldModel.Benchmarks.CommandLine;

namespace WorldModel.Tests.Benchmarks;

public sealed class CommandTests
{
    [Theory]
    [InlineData("parts")]
    [InlineData("parts --job medium --only Adam*")]
    [InlineData("peers --seconds 0.1 --rounds 1 --only cem --output here")]
    [InlineData("scaling --threads 2 --seconds 0.5 --rounds 2")]
    [InlineData("memory --steps 20000 --bound 10 --only rollout")]
    [InlineData("coverage --repeats 20")]
    [InlineData("planning --rounds 1")]
    [InlineData("hnn --seeds 3 --steps 100 --width 64")]
    [InlineData("docking --starts 10")]
    [InlineData("cartpole --seeds 2")]
    [InlineData("swingup --seeds 2 --trials 3")]
    [InlineData("course notebooks/01-digital-twin.ipynb --output here")]
    public void What_the_help_names_is_understood(string line) => Assert.Empty(Problems(line));

    [Theory]
    [InlineData("fly", "'fly'")]
    [InlineData("peers --seconds 0", "--seconds must lie in")]
    [InlineData("peers --seconds soon", "'soon'")]
    [InlineData("peers --seconds NaN", "--seconds must lie in")]
    [InlineData("peers --rounds 0", "--rounds must lie in")]
    [InlineData("peers --fly", "'--fly'")]
    [InlineData("scaling --threads 0", "--threads must lie in")]
    [InlineData("memory --steps 10", "--steps must lie in")]
    [InlineData("memory --bound -1", "--bound must lie in")]
    [InlineData("parts --job forever", "'forever'")]
    [InlineData("coverage --repeats 1", "--repeats must lie in")]
    [InlineData("hnn --seeds 0", "--seeds must lie in")]
    [InlineData("docking --starts 0", "--starts must lie in")]
    [InlineData("swingup --trials 0", "--trials must lie in")]
    [InlineData("course --fly", "no option --fly")]
    public void What_makes_no_sense_is_named(string line, string named) =>
        Assert.Contains(Problems(line), problem => problem.Contains(named, StringComparison.Ordinal));

    private static string[] Problems(string line) => [.. BenchmarkCommands.Create().Parse(line.Split(' ')).Errors.Select(error => error.Message)];
}
