using System.Text;
using CsCheck;
using Microsoft.Data.Analysis;
using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class CsvRoundTripTests
{
    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.String, // any UTF-16 but half characters, control characters included
        Gen.Char["ab \",;#\r\n\t'0.1eé漢\u00a0\ufeff"].Array[0, 8].Select(characters => new string(characters)),
        Gen.Double.Select(number => $"{number}"),
        Gen.Const("007"), Gen.Const("NaN"), Gen.Const("Infinity"), Gen.Const("1e3"), Gen.Const("# no comment"), Gen.Const("\"\""));

    private static readonly Gen<string?> Text = Gen.Frequency((8, Nasty.Where(IsWhole).Select(text => (string?)text)), (1, Gen.Const(() => (string?)null)));
    private static readonly Gen<double?> Number = Gen.Frequency((8, Gen.Double.Select(number => (double?)number)), (1, Gen.Const(() => (double?)null)));

    [Fact]
    public void Any_text_and_any_number_come_back_as_they_were()
    {
        using TemporaryFolder folder = new();
        Gen.Select(Text, Number, Text).Array[1, 8].Sample(rows =>
        {
            DataFrame frame = new(
                new StringDataFrameColumn("first", rows.Select(row => row.Item1)),
                new DoubleDataFrameColumn("number", rows.Select(row => row.Item2)),
                new StringDataFrameColumn("last", rows.Select(row => row.Item3)));
            Assert.Equal(frame.Rows.SelectMany(row => row), Reread(folder, frame).Rows.SelectMany(row => row));
        }, threads: 1);
    }

    [Fact]
    public void Any_float_comes_back_as_it_was()
    {
        using TemporaryFolder folder = new();
        Gen.Float.Array[1, 50].Sample(numbers =>
            Assert.Equal(numbers, Reread(folder, new(new SingleDataFrameColumn("x", numbers))).Rows.Select(row => (float)(double)row[0])), threads: 1);
    }

    [Fact]
    public void Any_names_of_columns_come_back_as_they_were()
    {
        using TemporaryFolder folder = new();
        Nasty.Where(IsWhole).Where(name => name.Length > 0).Array[1, 5].Where(names => names.Distinct().Count() == names.Length).Sample(names =>
            Assert.Equal(names, Reread(folder, new(names.Select(name => new DoubleDataFrameColumn(name, [1.0])))).Columns.Select(column => column.Name)), threads: 1);
    }

    [Fact]
    public void A_missing_number_in_the_only_column_is_no_blank_line()
    {
        using TemporaryFolder folder = new();
        Assert.Equal([1d, null, 2d, null], Reread(folder, new(new DoubleDataFrameColumn("x", [1, null, 2, null]))).Rows.Select(row => row[0]));
    }

    [Fact]
    public void Whole_numbers_read_back_as_numbers_and_truth_values_as_text()
    {
        using TemporaryFolder folder = new();
        var frame = Reread(folder, new(new Int32DataFrameColumn("i", [int.MinValue, 7]), new BooleanDataFrameColumn("b", [true, false])));
        Assert.Equal([(double)int.MinValue, "True", 7d, "False"], frame.Rows.SelectMany(row => row));
    }

    [Fact]
    public void A_table_without_rows_keeps_its_columns()
    {
        using TemporaryFolder folder = new();
        var frame = Reread(folder, new(new DoubleDataFrameColumn("x"), new StringDataFrameColumn("y", 0)));
        Assert.Equal((0, 2), (frame.Rows.Count, frame.Columns.Count));
    }

    [Fact]
    public void Comments_stand_first_and_are_passed_over()
    {
        using TemporaryFolder folder = new();
        Csv.Write(new(new DoubleDataFrameColumn("x", [1.5])), folder["a.csv"], "Source: me,\r\nmyself \"and\" I", "", "x\ry");
        Assert.Equal("# Source: me,\n# myself \"and\" I\n#\n# x\n# y\nx\n1.5\n", File.ReadAllText(folder["a.csv"]));
        Assert.Equal(1.5, Csv.Read(folder["a.csv"])[0, 0]);
    }

    private static DataFrame Reread(TemporaryFolder folder, DataFrame frame)
    {
        Csv.Write(frame, folder["a.csv"]);
        return Csv.Read(folder["a.csv"]);
    }

    // Half a character (an unpaired surrogate) has no encoding; CsvSafetyTests has that case.
    private static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
