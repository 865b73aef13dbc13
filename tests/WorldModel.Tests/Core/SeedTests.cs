namespace WorldModel.Tests.Core;

public sealed class SeedTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_one_others()
    {
        Assert.True(Draw(3).Equals(Draw(3)));
        Assert.False(Draw(3).Equals(Draw(4)));
    }

    [Fact]
    public void A_generator_of_its_own_repeats_and_disturbs_nothing()
    {
        Seed.Set(3);
        var own = rand(5, generator: Seed.Generator(-1));
        Assert.True(rand(5).Equals(Draw(3)));
        Assert.True(own.Equals(rand(5, generator: Seed.Generator(-1))));
    }

    private static Tensor Draw(int seed)
    {
        Seed.Set(seed);
        return rand(5);
    }
}
