namespace WorldModel.Notebooks.Tests.Conversion;

public sealed class AppWriterTests
{
    [Fact]
    public void Using_directives_come_first_and_once()
    {
        var app = Conversions.App("using System.Text; using System.Numerics;\n// kept\nvar v = Vector3.One;", "using System.Numerics;\nusing Text = System.String;\nText t = \"\";");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(app, "^using System.Numerics;$", System.Text.RegularExpressions.RegexOptions.Multiline));
        Assert.Contains("using Text = System.String;", app, StringComparison.Ordinal);
        Assert.Contains("// ── 2 ──\n// kept\nvar v = Vector3.One;", app, StringComparison.Ordinal);
        Assert.Contains("// ── 3 ──\nText t = \"\";", app, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_move_to_the_end_with_their_comments_and_may_be_used_before()
    {
        var app = Conversions.App("var s = new Shot(1, 2);\n\n/// <summary>One release.</summary>\nprivate record Shot(double Height, double Distance); // [punti]\nvar t = s;");
        Assert.Contains("var s = new Shot(1, 2);\nvar t = s;", app, StringComparison.Ordinal);
        Assert.Contains("/// <summary>One release.</summary>\nrecord Shot(double Height, double Distance); // [punti]\n\nstatic class Cells", app, StringComparison.Ordinal);
    }

    [Fact]
    public void What_types_use_of_the_cells_moves_where_they_see_it()
    {
        var app = Conversions.App("const int width = 3;\nprivate static int Twice(int x) => 2 * x;\nstatic int Quick(this int x) => Twice(x);", "class Net { public int Size => Twice(width).Quick(); }\nConsole.WriteLine(new Net().Size + width);");
        Assert.Contains("    internal const int width = 3;", app, StringComparison.Ordinal);
        Assert.Contains("    internal static int Twice(int x) => 2 * x;", app, StringComparison.Ordinal);
        Assert.Contains("    internal static int Quick(this int x) => Twice(x);", app, StringComparison.Ordinal);
    }

    [Fact]
    public void Modifiers_that_only_members_have_are_left_out() =>
        Assert.Contains("int n = 1;\nstatic int F(int x) => x;\nasync Task<int> G() => await Task.FromResult(1);", Conversions.Body("private static int n = 1;\npublic static int F(int x) => x;\ninternal async Task<int> G() => await Task.FromResult(1);"), StringComparison.Ordinal);

    [Theory]
    [InlineData("n", "n.Display();")]
    [InlineData("n + 1", "(n + 1).Display();")]
    [InlineData("(n, 2)", "(n, 2).Display();")]
    [InlineData("n.ToString() // note", "n.ToString().Display(); // note")]
    [InlineData("await Task.FromResult(n)", "(await Task.FromResult(n)).Display();")]
    [InlineData("n > 0 ? \"a\" : null", "(n > 0 ? \"a\" : null).Display();")]
    [InlineData("(object)null", "((object)null).Display();")]
    [InlineData("n.Display();", "n.Display();")]
    [InlineData("Console.WriteLine(n)", "Console.WriteLine(n);")]
    [InlineData("new string('a', n)", "new string('a', n).Display();")]
    public void The_last_value_of_a_cell_is_shown(string cell, string line) =>
        Assert.Contains($"// ── 3 ──\n{line}\n", Conversions.Body("var n = 1;", cell), StringComparison.Ordinal);

    [Fact]
    public void A_variable_without_a_value_begins_empty_as_in_a_cell() =>
        Assert.Contains("string text = default;\nint a = default, b = 2;", Conversions.Body("string text;\nint a, b = 2;", "Console.WriteLine(text + a);"), StringComparison.Ordinal);

    [Fact]
    public void A_condition_that_a_check_prints_stays_letter_for_letter()
    {
        const string Check = "WorldModel.Evaluation.Check.That(\"it holds\",\n    n   >  0   && m < 9, [(\"n\", n)]);";
        Assert.Contains(Check, Conversions.Body("var n = 1; var m = 2;", Check), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_must_fail_is_caught_and_missed_when_it_does_not()
    {
        var notebook = Conversions.Of("var n = 1;").Code("record R;\nvar text = \"\"\"\nleft\n\"\"\";\nthrow new InvalidOperationException(text);", "raises-exception").Code("var n = 2;");
        var app = Conversions.Convert(WorldModel.Notebooks.Conversion.ConversionForm.App, notebook).Text;
        Assert.Contains("try\n{\n    var text = \"\"\"\nleft\n\"\"\";\n    throw new InvalidOperationException(text);\n}\ncatch (System.Exception error)", app, StringComparison.Ordinal);
        Assert.Contains("Expect(\"cell 3\", raised);", app, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_the_compiler_must_refuse_becomes_a_comment()
    {
        var notebook = Conversions.Of("var n = 1;").Code("n.Missing();", "raises-exception");
        Assert.Contains("// n.Missing();", Conversions.Convert(WorldModel.Notebooks.Conversion.ConversionForm.App, notebook).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var n = Missing();", "cell 2 line 1", "CS0103")]
    [InlineData("int P => 1;", "cell 2 line 1", "Write a method or a variable")]
    [InlineData("var n = 1;\nif (n > 0) { return; }", "cell 2 line 2", "the whole program")]
    [InlineData("int F() => x;\nvar y = F();\nvar x = 1;", "cell 2", "CS0841")]
    [InlineData("#r \"System.Xml.dll\"", "cell 2 line 1", "only to projects and packages")]
    [InlineData("#!time", "cell 2 line 1", "command of one notebook host")]
    public void What_a_program_cannot_say_is_told_with_its_cell(string cell, string where, string what)
    {
        var problem = Conversions.Problem(cell);
        Assert.Contains($"01-small.ipynb {where}", problem, StringComparison.Ordinal);
        Assert.Contains(what, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Prose_becomes_comments_that_no_letter_can_leave()
    {
        var notebook = Conversions.Of("var n = 1;").Markdown("# Title\n\nA line\u2028System.Environment.Exit(3);\u0085throw null;\n\n```\n# no heading\n```");
        var app = Conversions.Convert(WorldModel.Notebooks.Conversion.ConversionForm.App, notebook).Text;
        Assert.Contains("// Title\n// ═", app, StringComparison.Ordinal);
        Assert.Contains("// A line\n// System.Environment.Exit(3);\n// throw null;\n//\n// ```\n// # no heading\n// ```", app, StringComparison.Ordinal);
    }
}
