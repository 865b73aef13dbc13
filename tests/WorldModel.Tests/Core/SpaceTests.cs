namespace WorldModel.Tests.Core;

public sealed class SpaceTests
{
    private static readonly Space Flight = new(new("height", "m"), new("spin", ""));

    [Fact]
    public void A_channel_shows_its_unit_where_it_has_one() => Assert.Equal("height [m], spin", Flight.ToString());

    [Fact]
    public void A_channel_is_found_by_its_name() => Assert.Equal(1, Flight.IndexOf("spin"));

    [Fact]
    public void A_missing_channel_is_named_beside_those_that_exist()
    {
        var e = Assert.Throws<ArgumentException>(() => Flight.IndexOf("depth"));
        Assert.Contains("'depth'", e.Message, StringComparison.Ordinal);
        Assert.Contains("height [m], spin", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spaces_are_the_same_with_the_same_channels_in_the_same_order()
    {
        Assert.True(Flight.SameAs(new(new("height", "m"), new("spin", ""))));
        Assert.False(Flight.SameAs(new(new("spin", ""), new("height", "m"))));
        Assert.False(Flight.SameAs(new(new("height", "ft"), new("spin", ""))));
        Assert.False(Flight.SameAs(Space.None));
    }

    [Fact]
    public void No_channels_are_none() => Assert.Equal((0, "(none)"), (Space.None.Size, Space.None.ToString()));
}
