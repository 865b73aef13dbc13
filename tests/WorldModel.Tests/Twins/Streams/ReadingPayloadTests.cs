using System.Numerics;
using System.Text;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

public sealed class ReadingPayloadTests
{
    [Fact]
    public void Every_reading_survives_the_journey() => ReadingSamples.Any.Sample(reading =>
    {
        Assert.True(ReadingPayload.TryRead(ReadingPayload.Write(reading), out var read, out var problem), problem);
        Assert.Equal(reading, read);
    });

    [Fact]
    public void It_is_a_small_text() => Assert.Equal(
        """{"time":1.25,"placement":"apple 1","position":[2,3,4.5]}""",
        Encoding.UTF8.GetString(ReadingPayload.Write(new(1.25, "apple 1", new(2, 3, 4.5f)))));

    [Fact]
    public void Orientation_and_arrival_are_told_where_there_is_something_to_tell() => Assert.Equal(
        """{"time":1,"placement":"boat","position":[0,0,0],"orientation":[0,0,0,1],"arrival":1.5}""",
        Encoding.UTF8.GetString(ReadingPayload.Write(new(1, "boat", default) { Orientation = Quaternion.Identity, Arrival = 1.5 })));

    [Fact]
    public void Other_members_are_passed_over()
    {
        Assert.True(Read("""{"battery":0.7,"time":1,"placement":"a","position":[1,2,3]}""", out var reading, out _));
        Assert.Equal(new Reading(1, "a", new(1, 2, 3)), reading);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "null")]
    [InlineData("[]", "JSON")]
    [InlineData("""{"placement":"a","position":[1,2,3]}""", "time")]
    [InlineData("""{"time":1,"position":[1,2,3]}""", "placement")]
    [InlineData("""{"time":1,"placement":null,"position":[1,2,3]}""", "placement")]
    [InlineData("""{"time":1,"placement":"a"}""", "position")]
    [InlineData("""{"time":1,"placement":"a","position":null}""", "position")]
    [InlineData("""{"time":1,"placement":"a","position":[1,2]}""", "3 numbers, and here are 2")]
    [InlineData("""{"time":1,"placement":"a","position":[1,2,3],"orientation":[1]}""", "4 numbers, and here are 1")]
    [InlineData("""{"time":"soon","placement":"a","position":[1,2,3]}""", "time")]
    [InlineData("""{"time":1,"placement":"a","position":[1,2,"x"]}""", "position")]
    [InlineData("""{"time":1,"placement":"a","position":[1,2,3]} and more""", "'a'")]
    public void What_is_no_reading_is_said(string text, string expected)
    {
        Assert.False(Read(text, out _, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var isReading = ReadingPayload.TryRead(bytes, out _, out var problem);
        Assert.Equal(isReading, problem.Length == 0);
    });

    [Fact]
    public void No_damage_makes_it_throw() => Gen.Select(ReadingSamples.Any, Gen.Int[0, 1000], Gen.Byte).Sample((reading, at, value) =>
    {
        var bytes = ReadingPayload.Write(reading);
        bytes[at % bytes.Length] = value;
        ReadingPayload.TryRead(bytes, out _, out _);
        ReadingPayload.TryRead(bytes.AsSpan(0, at % bytes.Length), out _, out var problem);
        Assert.NotEmpty(problem);
    });

    private static bool Read(string text, out Reading reading, out string problem) => ReadingPayload.TryRead(Encoding.UTF8.GetBytes(text), out reading, out problem);
}
