using CsCheck;
using Microsoft.Data.Analysis;
using WorldModel.Data;
using WorldModel.Tests.Twins.Streams;
using WorldModel.Twins;

namespace WorldModel.Tests.Data;

public sealed class StreamFileTests : IDisposable
{
    private const string Header = "placement,time [s],arrival [s],x [m],y [m],z [m],qx,qy,qz,qw";
    private static readonly Reading Good = new(1, "apple", new(1, 2, 3));
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Formats { get; } = ["csv", "parquet"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_reading_reads_back_as_it_was_in_its_order(string format) => ReadingSamples.Any.Array[0, 30].Sample(
        readings =>
        {
            StreamFile.Write(readings, folder[$"a.{format}"]);
            Assert.Equal(readings, StreamFile.Read(folder[$"a.{format}"]));
        },
        iter: 50,
        threads: 1);

    [Fact]
    public void A_table_reads_back_as_it_was() => ReadingSamples.Any.Array[0, 30].Sample(readings => Assert.Equal(readings, readings.ToFrame().ToReadings()));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_twin_that_replays_a_recording_is_the_twin_that_was_recorded(string format)
    {
        var stream = new SensorStream { Rate = 50, Noise = 0.1, Jitter = 0.1, DropOut = 0.1, Repeat = 0.1 }.Observe(time => new((float)time, 0, 0), "apple", 10, seed: 1);
        StreamFile.Write(stream, folder[$"a.{format}"]);
        var (live, replayed) = (new Twin(ReadingSamples.Survey).Replay(stream), new Twin(ReadingSamples.Survey).Replay(StreamFile.Read(folder[$"a.{format}"])));
        Assert.Equal(live.History("apple"), replayed.History("apple"));
        Assert.Equal(live.Report.ToString(), replayed.Report.ToString());
        Assert.InRange(replayed.Report[Verdict.Late], 1, 500);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_recording_that_fails_leaves_the_old_file_and_nothing_beside_it(string format)
    {
        StreamFile.Write([Good], folder[$"a.{format}"]);
        var before = File.ReadAllBytes(folder[$"a.{format}"]);
        Assert.ThrowsAny<Exception>(() => StreamFile.Write(Breaking(), folder[$"a.{format}"]));
        Assert.Equal(before, File.ReadAllBytes(folder[$"a.{format}"]));
        Assert.Equal([$"a.{format}"], folder.Files);
    }

    [Fact]
    public void An_unknown_ending_is_named()
    {
        Assert.Contains("'.json'", Assert.Throws<ArgumentException>(() => StreamFile.Write([Good], folder["a.json"])).Message, StringComparison.Ordinal);
        Assert.Contains("'.json'", Assert.Throws<ArgumentException>(() => StreamFile.Read(folder["a.json"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_not_there_is_named(string format)
    {
        Assert.Contains(folder[$"no.{format}"], Assert.Throws<FileNotFoundException>(() => StreamFile.Read(folder[$"no.{format}"])).Message, StringComparison.Ordinal);
        Assert.Contains("there is no folder", Assert.Throws<DirectoryNotFoundException>(() => StreamFile.Write([Good], folder[$"no/a.{format}"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("placement,time [s]\napple,1\n", "no column 'arrival [s]'")]
    [InlineData($"{Header}\napple,1,1,0,0,0,,,,\napple,soon,1,0,0,0,,,,\n", "line 3, column 2 ('time [s]'): 'soon'")]
    [InlineData($"{Header}\napple,1,1,0,0,0,,,,\napple,2,2,0,,0,,,,\n", "row 2, column 'y [m]': it is empty")]
    [InlineData($"{Header}\n,1,1,0,0,0,,,,\n", "row 1, column 'placement': it is empty")]
    [InlineData($"{Header}\napple,1,1,0,0,0,0,,0,1\n", "row 1, column 'qy': it is empty")]
    [InlineData($"{Header}\napple,1,1,0,0\n", "line 2: it has 5 fields")]
    public void A_bad_table_is_named_with_file_row_and_column(string text, string expected)
    {
        var path = folder.Write("a.csv", text);
        var message = Assert.Throws<StreamException>(() => StreamFile.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_may_have_more_columns()
    {
        var frame = ((IEnumerable<Reading>)[Good]).ToFrame();
        frame.Columns.Add(new DoubleDataFrameColumn("battery", [0.5]));
        Assert.Equal([Good], frame.ToReadings());
    }

    [Fact]
    public void A_table_without_a_column_is_refused()
    {
        var frame = ((IEnumerable<Reading>)[Good]).ToFrame();
        frame.Columns.Remove("x [m]");
        Assert.Contains("'x [m]'", Assert.Throws<CsvException>(() => frame.ToReadings()).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Reading> Breaking()
    {
        yield return Good;
        throw new InvalidOperationException("the sensor broke");
    }
}
