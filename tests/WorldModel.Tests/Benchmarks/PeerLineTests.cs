using WorldModel.Benchmarks.Peers;

namespace WorldModel.Tests.Benchmarks;

public sealed class PeerLineTests
{
    [Fact]
    public void Times_come_with_their_form()
    {
        var line = PeerLine.Parse("time\tchannels last\t1.5000e-03 2.0000e-03");
        Assert.Equal((PeerLineKind.Time, "channels last"), (line.Kind, line.Text));
        Assert.Equal([1.5e-3, 2e-3], line.Seconds);
    }

    [Theory]
    [InlineData("ready\tPython 3.11, PyTorch 1.13", PeerLineKind.Ready, "Python 3.11, PyTorch 1.13")]
    [InlineData("error\tKeyError: 'fly'", PeerLineKind.Error, "KeyError: 'fly'")]
    [InlineData("done", PeerLineKind.Done, "")]
    public void Other_lines_bring_a_text(string text, object kind, string said)
    {
        var line = PeerLine.Parse(text);
        Assert.Equal(((PeerLineKind)kind, said), (line.Kind, line.Text));
        Assert.Empty(line.Seconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Traceback (most recent call last):")]
    [InlineData("time\tjit")]
    [InlineData("time\tjit\t0.1 soon")]
    [InlineData("time\tjit\t-0.1")]
    [InlineData("time\tjit\tnan")]
    public void Anything_else_is_told_word_for_word(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => PeerLine.Parse(text)).Message, StringComparison.Ordinal);
}
