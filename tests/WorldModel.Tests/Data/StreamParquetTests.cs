using CsCheck;
using Parquet;
using Parquet.Schema;
using WorldModel.Data;
using WorldModel.Twins;

namespace WorldModel.Tests.Data;

public sealed class StreamParquetTests : IDisposable
{
    private static readonly string[] Numbers = ["time [s]", "arrival [s]", "x [m]", "y [m]", "z [m]", "qx", "qy", "qz", "qw"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_another_writer_may_lack_nulls_and_have_other_columns_and_several_groups()
    {
        var path = Write([1.0, 2.0, 3.0], groups: 2, new DataField<double>("battery"));
        var readings = StreamFile.Read(path);
        Assert.Equal([1.0, 2, 3, 1, 2, 3], readings.Select(reading => reading.Time));
        Assert.All(readings, reading => Assert.Equal("apple", reading.Placement));
    }

    [Fact]
    public void A_missing_column_is_named_beside_those_that_are_there() =>
        AssertRefused(Write([1.0], groups: 1, without: "y [m]"), "no column 'y [m]'; the columns are placement, time [s]");

    [Fact]
    public void A_column_of_another_type_is_named()
    {
        var path = folder["a.parquet"];
        var field = new DataField<int>("placement");
        File.WriteAllBytes(path, Bytes(new ParquetSchema(field), group => group.WriteAsync<int>(field, new[] { 1 })));
        AssertRefused(path, "column 'placement': it holds Int32, and readings need texts");
    }

    [Fact]
    public void No_damage_ends_in_anything_but_one_error() => Gen.Select(Gen.Int[0, 5000], Gen.Byte, Gen.Bool).Sample(
        (at, value, isCut) =>
        {
            StreamFile.Write([new(1, "apple", new(1, 2, 3)), new(2, "apple", new(1, 2, 3))], folder["a.parquet"]);
            var bytes = File.ReadAllBytes(folder["a.parquet"]);
            bytes[at % bytes.Length] = value;
            File.WriteAllBytes(folder["a.parquet"], isCut ? bytes[..(at % bytes.Length)] : bytes);
            var problem = Record.Exception(() => StreamFile.Read(folder["a.parquet"]));
            Assert.True(problem is null or StreamException, problem?.ToString());
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void What_is_no_parquet_is_said() => AssertRefused(folder.Write("a.parquet", "placement,time [s]\n"), "damaged or no Parquet file");

    private static byte[] Bytes(ParquetSchema schema, params Func<ParquetRowGroupWriter, Task>[] groups)
    {
        var file = new MemoryStream();
        WriteAsync().GetAwaiter().GetResult();
        return file.ToArray();

        async Task WriteAsync()
        {
            await using var writer = await ParquetWriter.CreateAsync(schema, file);
            foreach (var write in groups)
            {
                using var group = writer.CreateRowGroup();
                await write(group);
            }
        }
    }

    private string Write(double[] times, int groups, DataField? more = null, string? without = null)
    {
        var name = new DataField<string>("placement");
        DataField[] fields = [.. Numbers.Where(column => column != without).Select(column => new DataField<double>(column)), .. more is null ? [] : (DataField[])[more]];
        File.WriteAllBytes(folder["a.parquet"], Bytes(new ParquetSchema([name, .. fields]), [.. Enumerable.Repeat(Group, groups)]));
        return folder["a.parquet"];

        async Task Group(ParquetRowGroupWriter group)
        {
            await group.WriteAsync(name, times.Select(_ => "apple").ToArray());
            foreach (var field in fields)
            {
                await group.WriteAsync<double>(field, times);
            }
        }
    }

    private static void AssertRefused(string path, string expected)
    {
        var message = Assert.Throws<StreamException>(() => StreamFile.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }
}
