using WorldModel.Benchmarks.CommandLine;

namespace WorldModel.Tests.Benchmarks;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("BATCH", true)]
    [InlineData("training*64", true)]
    [InlineData("training*25?", false)]
    [InlineData("step*64", false)]
    [InlineData("cem", false)]
    public void A_part_or_a_pattern_of_the_whole_name_matches(string? pattern, bool matches) =>
        Assert.Equal(matches, new NamePattern(pattern).Matches("training step, batch 64"));

    [Fact]
    public void A_pattern_that_matches_nothing_lists_what_there_is()
    {
        var failure = Assert.Throws<UsageException>(() => new NamePattern("fly").Choose(["walk", "swim"], name => name));
        Assert.Equal("--only 'fly' matches none of: walk; swim", failure.Message);
    }

    [Fact]
    public void What_matches_keeps_its_order() => Assert.Equal(["swim", "win"], new NamePattern("*i*").Choose(["swim", "run", "win"], name => name));
}
