using Microsoft.Data.Analysis;
using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class CsvSafetyTests : IDisposable
{
    private const string Old = "x\n1\n";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_old_file_is_replaced_and_nothing_else_is_left()
    {
        Csv.Write(new(new DoubleDataFrameColumn("y", [2.5])), folder.Write("a.csv", Old));
        Assert.Equal("y\n2.5\n", File.ReadAllText(folder["a.csv"]));
        Assert.Equal(["a.csv"], folder.Files);
    }

    [Fact]
    public void Half_a_character_is_refused_and_the_old_file_stays() =>
        AssertOldFileStays("U+D83D", new(new StringDataFrameColumn("y", ["ok", "\ud83d"])));

    [Fact]
    public void A_column_without_a_name_is_refused_and_the_old_file_stays() =>
        AssertOldFileStays("each column a name", new(new DoubleDataFrameColumn("", [1.0])));

    [Fact]
    public void A_table_without_columns_is_refused_and_the_old_file_stays() => AssertOldFileStays("needs columns", new());

    [Fact]
    public void A_folder_in_the_way_is_not_replaced()
    {
        Directory.CreateDirectory(folder["a.csv"]);
        Assert.ThrowsAny<Exception>(() => Csv.Write(new(new DoubleDataFrameColumn("y", [1.0])), folder["a.csv"]));
        Assert.True(Directory.Exists(folder["a.csv"]));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var e = Assert.Throws<DirectoryNotFoundException>(() => Csv.Write(new(new DoubleDataFrameColumn("y", [1.0])), folder["sub/a.csv"]));
        Assert.Contains($"there is no folder {Path.GetDirectoryName(folder["sub/a.csv"])}", e.Message, StringComparison.Ordinal);
    }

    private void AssertOldFileStays(string expected, DataFrame frame)
    {
        var path = folder.Write("a.csv", Old);
        Assert.Contains(expected, Assert.Throws<CsvException>(() => Csv.Write(frame, path)).Message, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(path));
        Assert.Equal(["a.csv"], folder.Files);
    }
}
