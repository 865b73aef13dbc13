using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class SceneRulesTests
{
    private static readonly Placement Good = new("tree", "tree", Vector3.Zero, Quaternion.Identity, Vector3.One);

    [Fact]
    public void All_problems_are_named_with_their_rows()
    {
        var message = Problems(
            Good,
            Good,
            Good with { Name = " " },
            Good with { Name = "oar", Parent = "boat" },
            Good with { Name = "a", Parent = "b" },
            Good with { Name = "b", Parent = "a" },
            Good with { Name = "far", Position = new(0, float.PositiveInfinity, 0) },
            Good with { Name = "thin", Size = new(1, -1, 1) },
            Good with { Name = "twisted", Orientation = new(0, 0, 0, 2) });

        Assert.Equal(9, message.Split('\n').Length); // a heading and 8 problems
        AssertNames(message, "row 2 ('tree')", "taken");
        AssertNames(message, "row 3 (' ')", "no name");
        AssertNames(message, "row 4 ('oar')", "'boat' does not exist");
        AssertNames(message, "row 5 ('a')", "carried by itself through 'b'");
        AssertNames(message, "row 6 ('b')", "carried by itself through 'a'");
        AssertNames(message, "row 7 ('far')", "position", "not finite");
        AssertNames(message, "row 8 ('thin')", "size", "at least 0 m");
        AssertNames(message, "row 9 ('twisted')", "unit quaternion", "length 2");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void No_number_may_be_missing(float value)
    {
        Assert.Contains("position", Problems(Good with { Position = new(value, 0, 0) }), StringComparison.Ordinal);
        Assert.Contains("size", Problems(Good with { Size = new(0, 0, value) }), StringComparison.Ordinal);
        Assert.Contains("orientation", Problems(Good with { Orientation = new(0, value, 0, 1) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_carries_itself() => Assert.Contains("carried by itself", Problems(Good with { Parent = "tree" }), StringComparison.Ordinal);

    [Fact]
    public void A_child_may_stand_before_its_parent() => Assert.Equal(2, new Scene([Good with { Name = "apple", Parent = "tree" }, Good]).Placements.Count);

    private static string Problems(params Placement[] placements) => Assert.Throws<SceneException>(() => new Scene(placements)).Message;

    private static void AssertNames(string message, params string[] words) =>
        Assert.Contains(message.Split('\n'), line => words.All(word => line.Contains(word, StringComparison.Ordinal)));
}
