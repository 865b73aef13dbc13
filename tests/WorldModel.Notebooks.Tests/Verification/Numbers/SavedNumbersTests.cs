using System.Globalization;
using CsCheck;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;
using WorldModel.Notebooks.Verification.Numbers;

namespace WorldModel.Notebooks.Tests.Verification.Numbers;

public sealed class SavedNumbersTests
{
    private static readonly Gen<(double Value, double Tolerance)> Numbers =
        Gen.Select(Gen.Double[-3, 3].Select(power => Math.Pow(10, power)), Gen.OneOf(0.001, 0.01, 0.05, 0.2, 0.5));

    [Fact]
    public void A_number_that_moves_within_its_tolerance_passes() => Gen.Select(Numbers, Gen.Double[-0.99, 0.99], Gen.Bool).Sample((number, part, isNegative) =>
    {
        var value = isNegative ? -number.Value : number.Value;
        return Compare(Claim(number.Tolerance, value), Claim(number.Tolerance, value * (1 + part * number.Tolerance))).Count == 0;
    });

    [Fact]
    public void A_number_that_moves_beyond_it_fails_and_is_named_with_both_values() => Gen.Select(Numbers, Gen.Double[1.01, 9], Gen.Bool).Sample((number, part, isDown) =>
    {
        var moved = number.Value * (1 + (isDown ? -part : part) * number.Tolerance);
        var found = Assert.Single(Compare(Claim(number.Tolerance, number.Value), Claim(number.Tolerance, moved)));
        Assert.Equal($"a.ipynb cell 1 (check/code): \"error [m]\" is {Digits(moved)}, and was saved as {Digits(number.Value)}: further than ± {100 * number.Tolerance:g4} %", found);
    });

    [Theory]
    [InlineData("network 0.6, true law 2.9e-08", "network 0.6, true law 2.7e-08")]
    [InlineData("network 0.6, true law 2.9e-08", "network 0.6, true law 0")]
    [InlineData("network 0.6, true law -0", "network 0.6, true law 1e-07")]
    [InlineData("over seeds 1 [0.99, 1.2]", "over seeds 1 [0.992, 1.2]")]
    public void What_is_zero_up_to_rounding_passes(string saved, string now) => Assert.Empty(Compare(Measured(saved), Measured(now)));

    [Theory]
    [InlineData("network 0.6, true law 2.9e-05", "network 0.6, true law 2.7e-05", "\"true law\" is 2.7e-05, and was saved as 2.9e-05")]
    [InlineData("rows changed 1", "rows changed 2", "\"rows changed\" is 2, and was saved as 1")]
    [InlineData("runs 1000, error 0.0001", "runs 1000, error 0.0002", "\"error\" is 0.0002")]
    [InlineData("after 0.5 s [m] 1.2", "after 0.5 s [m] 1.3", "\"after 0.5 s [m]\" is 1.3, and was saved as 1.2")]
    [InlineData("time [s] 2 [1, 3]", "time [s] 2 [1, 4]", "\"time [s]\" is 4, and was saved as 3")]
    [InlineData("time [s] 2 [1, 3]", "time [s] 2", "was saved as")]
    [InlineData("error 0.1", "error -0.1", "\"error\" is -0.1")]
    [InlineData("error 0.1", "error NaN", "error NaN\" was saved as")]
    [InlineData("error 0.1", "fault 0.1", "fault 0.1\" was saved as")]
    public void What_is_another_number_or_name_fails(string saved, string now, string message) =>
        Assert.Contains(message, Assert.Single(Compare(Measured(saved), Measured(now))), StringComparison.Ordinal);

    [Theory]
    [InlineData("✓ It is so", "✓ It was so")]
    [InlineData("✓ It holds for 100 s", "✓ It holds for 100.1 s")]
    [InlineData("  measured (± 1 %): a 1", "  measured (± 2 %): a 1")]
    [InlineData("  checked: a < 1", "  checked: a < 2")]
    [InlineData("  measured (± 1 %): a 1", "nothing")]
    public void Claims_and_how_they_are_checked_are_the_same(string saved, string now) => Assert.Single(Compare(saved, now));

    [Theory]
    [InlineData("0.13 m off at any moment", "0.14 m off at any moment")]
    [InlineData("1.00  2.00", "1.01   2.01")]
    [InlineData("1,234 runs", "1,240 runs")]
    [InlineData("v2 of x2 in 0.50s", "v2 of x2 in 0.51s")]
    [InlineData("epoch    3/60  train 1.000e-1  validation 2.000e-1\ndone; kept epoch 57 with validation 1.0e-1", "stopped after epoch 40; kept epoch 30 with validation 3.0e-1")]
    [InlineData("a 1.5\n\n", "a 1.5")]
    public void Other_text_may_be_rounded_otherwise_and_tells_no_progress(string saved, string now) => Assert.Empty(Compare(saved, now));

    [Theory]
    [InlineData("0.13 m off", "0.15 m off")]
    [InlineData("3 apples", "4 apples")]
    [InlineData("v2", "v3")]
    [InlineData("one line", "one line\nand another")]
    [InlineData("one line", "")]
    public void Other_text_is_the_same_in_words_and_nearly_in_numbers(string saved, string now) => Assert.Single(Compare(saved, now));

    [Fact]
    public void A_text_has_the_tolerance_of_the_next_check_and_after_the_last_one_of_that()
    {
        string[] saved = ["10.00", Measured("a 1", 5), "10.00", Measured("a 1", 20), "10.00"];
        Assert.Empty(Compare(saved, ["10.40", saved[1], "11.90", saved[3], "11.90"]));
        Assert.Equal(["1", "3", "5"], Compare(saved, ["10.60", saved[1], "12.10", saved[3], "12.10"]).Select(found => found.Split(' ')[2]));
        Assert.Equal(["1", "2"], Compare(["10.00", "10.00"], ["10.12", "10.12"]).Select(found => found.Split(' ')[2]));
    }

    [Fact]
    public void The_loosest_check_of_a_cell_counts_for_the_text_before_it()
    {
        string[] saved = ["10.00", Measured("a 1", 5) + Measured("b 1", 20)];
        Assert.Empty(Compare(saved, ["11.90", saved[1]]));
        Assert.Contains("\"a\" is 1.1", Assert.Single(Compare(saved, ["10.00", Measured("a 1.1", 5) + Measured("b 1.1", 20)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_is_gone_or_new_is_told()
    {
        var (one, two) = (Claim(0.01, 1), Claim(0.01, 1) + Claim(0.01, 2).Replace("It is so", "And so", StringComparison.Ordinal));
        Assert.Contains("it says 1 checks and 2 other lines, and 2 checks and 4 other lines were saved; missing now: \"✓ And so\"", Assert.Single(Compare(two, one)), StringComparison.Ordinal);
        Assert.Contains("; new: \"✓ And so\"", Assert.Single(Compare(one, two)), StringComparison.Ordinal);
        Assert.Contains("and 0 checks and 0 other lines were saved", Assert.Single(Compare("", one)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_is_compared_in_words()
    {
        Assert.Empty(Compare(Result([Shown("[3-D scene] A place: 1 lake", html: true)], [Shown("[3-D scene] A place: 2 lake", html: true)])));
        Assert.Single(Compare(Result([Shown("[3-D scene] A place: 1 lake", html: true)], [Shown("[3-D scene] A place: 1 tree", html: true)])));
        Assert.Single(Compare(Result([Shown("height  1.00", html: true)], [Shown("height  1.10", html: true)])));
        Assert.Single(Compare(Result([Shown("[a] 1", html: false)], [Shown("[a] 2", html: false)])));
    }

    [Fact]
    public void Outputs_of_other_cells_or_of_a_failed_run_are_not_compared()
    {
        var result = Result([SampleNotebook.Said("1")], [SampleNotebook.Said("2")]);
        Assert.Single(Compare(result));
        Assert.Empty(Compare(result with { Problem = "it failed" }));
        Assert.Empty(Compare(result with { Notebook = result.Notebook! with { Stamp = null } }));
        Assert.Empty(Compare(result with { Notebook = result.Notebook! with { Stamp = result.Notebook!.Stamp! with { Cells = "others" } } }));
        Assert.Empty(Compare(result with { Notebook = result.Notebook! with { Stamp = result.Notebook!.Stamp! with { Data = "others" } } }));
    }

    private static string Claim(double tolerance, double value) =>
        $"✓ It is so\n{Measured($"error [m] {Digits(value)}", 100 * tolerance)}  checked: error < 1\n";

    private static string Measured(string numbers, double percent = 1) => string.Create(CultureInfo.InvariantCulture, $"  measured (± {percent:g4} %): {numbers}\n");

    private static string Digits(double value) => value.ToString("g12", CultureInfo.InvariantCulture);

    private static DataOutput Shown(string text, bool html)
    {
        var forms = new Dictionary<string, string> { ["text/plain"] = text };
        if (html)
        {
            forms["text/html"] = "<b></b>";
        }

        return new DataOutput(forms, IsResult: true);
    }

    private static IReadOnlyList<string> Compare(string saved, string now) => Compare([saved], [now]);

    private static IReadOnlyList<string> Compare(string[] saved, string[] now) =>
        Compare(Result([.. saved.Select(SampleNotebook.Said)], [.. now.Select(SampleNotebook.Said)]));

    private static IReadOnlyList<string> Compare(NotebookResult result) => SavedNumbers.Compare(result);

    /// <summary>A run of cells that say one thing each.</summary>
    private static NotebookResult Result(Output[] saved, Output[] now)
    {
        Cell[] cells = [.. saved.Select((output, index) => new Cell(index + 1, CellKind.Code, "1") { Tags = ["check"], SavedOutputs = [output], ExecutionCount = index + 1 })];
        var notebook = new Notebook("a.ipynb", default, cells);
        var stamped = notebook with { Stamp = Stamping.Of(notebook, TimeSpan.Zero, 0, default) };
        return new NotebookResult("a.ipynb", stamped, [.. cells.Zip(now).Select(pair => new CellResult(pair.First, [pair.Second], TimeSpan.Zero))]);
    }
}
