using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class CsvBadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named_with_where_it_was_looked_for()
    {
        var e = Assert.Throws<FileNotFoundException>(() => Csv.Read("nowhere/data.csv"));
        Assert.Contains("nowhere/data.csv", e.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFullPath("nowhere/data.csv"), e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n\t\r\n")]
    [InlineData("\ufeff")]
    [InlineData("# only\n# comments")]
    public void A_file_without_a_table_is_empty(string text) => AssertRefused(text, "", "is empty");

    [Theory]
    [InlineData("a,,c\n1,2,3", 1, "column 2", "no name")]
    [InlineData("# source\n\na,b,\n1,2,3", 3, "column 3", "no name")]
    [InlineData("a,b,a\n1,2,3", 1, "column 3", "'a' stands twice")]
    [InlineData("a, a \n1,2", 1, "column 2", "'a' stands twice")]
    [InlineData("a;b\n1,5;2,5", 1, "semicolons")]
    [InlineData("a\tb\n1\t2", 1, "tabs")]
    [InlineData("a,b\n1,2\n1\n", 3, "1 fields", "2 (a, b)")]
    [InlineData("a,b\n1,2\n\n# note\n1,2,3", 5, "3 fields")]
    [InlineData("a,b\n1,5,2\n", 2, "3 fields", "comma inside a number")]
    [InlineData("a,b\r\n1,2\r\n3", 3, "1 fields")]
    [InlineData("a,b\r1,2\r3", 3, "1 fields")]
    [InlineData("a,b\n\"x\ny\",2\n3", 4, "1 fields")]
    [InlineData("a,b\n1,x\"y\n", 2, "column 2", "'x\"y'", "twice")]
    [InlineData("a,b\n1,2\n\"x\"y,2", 3, "column 1", "'y'")]
    [InlineData("a,b\n1,2\n3,\"open\n4,5\n", 3, "column 2", "never closed")]
    [InlineData("a,b\n1,\"", 2, "column 2", "never closed")]
    [InlineData("a,b\n1,\"x\"\"", 2, "column 2", "never closed")]
    public void What_is_no_table_is_named_with_file_line_and_column(string text, int line, params string[] words) =>
        AssertRefused(text, $" line {line}", words);

    [Theory]
    [InlineData("x\n1\n", new byte[] { 0xff }, 3)]
    [InlineData("", new byte[] { 0xff, 0xfe, (byte)'a', 0 }, 1)]
    [InlineData("name\nab\nPr", new byte[] { 0xe9, (byte)'s', 10 }, 3)]
    public void What_is_not_UTF8_is_named_with_its_line(string text, byte[] more, int line)
    {
        File.WriteAllBytes(folder["a.csv"], [.. System.Text.Encoding.UTF8.GetBytes(text), .. more]);
        AssertNames(Assert.Throws<CsvException>(() => Csv.Read(folder["a.csv"])), $"a.csv line {line}", "UTF-8");
    }

    [Theory]
    [InlineData("n,x\na,1\nb,high", "line 3", "'high'")]
    [InlineData("n,x\na,\"1,5\"", "line 2", "'1,5'", "1234.5")]
    [InlineData("n,x\na,1 000", "line 2", "'1 000'")]
    [InlineData("n,x\n\"a\nb\",-\n", "line 2", "'-'")]
    public void Text_in_a_column_of_numbers_is_named_with_file_line_column_and_value(string text, params string[] words)
    {
        var path = folder.Write("a.csv", text);
        AssertNames(Assert.Throws<CsvException>(() => Csv.Read(path, "x")), [path, "column 2 ('x')", .. words]);
    }

    [Fact]
    public void A_missing_column_is_named_beside_those_there_are()
    {
        var path = folder.Write("a.csv", "a,b\n1,2");
        AssertNames(Assert.Throws<CsvException>(() => Csv.Read(path, "a", "height [m]")), path, "'height [m]'", "a, b");
    }

    [Fact]
    public void What_looks_odd_but_is_a_table_is_read()
    {
        var frame = Csv.Read(folder.Write("a.csv", "\ufeff# source\r\n a , \"b,\n\"\"c\" ,d\r\n\r\n 1.5 ,\" x \",1\n+2e-3,,\n-.5, #no comment ,\"3\""), "d");
        Assert.Equal(["a", "b,\n\"c", "d"], frame.Columns.Select(column => column.Name));
        Assert.Equal([1.5, " x ", 1d, 0.002, null, null, -0.5, "#no comment", 3d], frame.Rows.SelectMany(row => row));
    }

    private void AssertRefused(string text, string where, params string[] words)
    {
        var path = folder.Write("a.csv", text);
        AssertNames(Assert.Throws<CsvException>(() => Csv.Read(path)), [$"{path}{where}", .. words]);
    }

    private static void AssertNames(Exception e, params string[] words) => Assert.All(words, word => Assert.Contains(word, e.Message, StringComparison.Ordinal));
}
