namespace WorldModel.Notebooks.Tests.Conversion;

/// <summary>Each conversion also compiles what it wrote, so a rename that is missed or too many fails here.</summary>
public sealed class RenameTests
{
    [Fact]
    public void A_variable_that_is_declared_again_gets_a_new_name_from_there_on()
    {
        var body = Conversions.Body("var n = 1;", "var m = n;", "var n = \"two\";", "Console.WriteLine(n.Length + m);");
        Assert.Contains("var n = 1;", body, StringComparison.Ordinal);
        Assert.Contains("var m = n;", body, StringComparison.Ordinal);
        Assert.Contains("var n2 = \"two\";", body, StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(n2.Length + m);", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_name_is_one_that_nobody_has() =>
        Assert.Contains("var n3 = 3;", Conversions.Body("var n = 1; var n2 = 2;", "var n = 3;"), StringComparison.Ordinal);

    [Fact]
    public void Texts_members_and_named_arguments_keep_their_words()
    {
        var body = Conversions.Body(
            "record Box(int size) { public int Twice() => 2 * size; }\nint F(int size) => size;\nvar size = 1;",
            "var size = 2.5;\nvar box = new Box(size: 3);",
            "Console.WriteLine(\"size\" + nameof(size) + box.size + F(size: 4) + $\"size {size}\" + (box with { size = 5 }) + (box is { size: 3 })); // size");
        Assert.Contains("var size2 = 2.5;\nvar box = new Box(size: 3);", body, StringComparison.Ordinal);
        Assert.Contains("\"size\" + nameof(size2) + box.size + F(size: 4) + $\"size {size2}\" + (box with { size = 5 }) + (box is { size: 3 })); // size", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_are_named_after_a_variable_keep_that_name()
    {
        var body = Conversions.Body("var a = 1; var b = 2;", "var a = 3;\nvar named = new { a, b };\nvar pair = (a, b);\nConsole.WriteLine(named.a + pair.a);\n(a, b) = (b, a);\n(string Name, int N)[] given = [(\"x\", a)];");
        Assert.Contains("new { a = a2, b };", body, StringComparison.Ordinal);
        Assert.Contains("var pair = (a: a2, b);", body, StringComparison.Ordinal);
        Assert.Contains("(a2, b) = (b, a2);\n(string Name, int N)[] given = [(\"x\", a2)];", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_lambda_or_a_function_calls_its_own_is_its_own()
    {
        var body = Conversions.Body("var x = 1;", "var x = 2;", "Func<int, int> f = x => x + 1;\nint G(int x) { var y = x; return y; }\nint H() => x;\nvar y = f(x) + G(x) + H();");
        Assert.Contains("Func<int, int> f = x => x + 1;\nint G(int x) { var y = x; return y; }\nint H() => x2;\nvar y = f(x2) + G(x2) + H();", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_deconstructions_and_out_variables_are_variables()
    {
        var body = Conversions.Body(
            "var (a, b) = (1, 2);\nint.TryParse(\"3\", out var c);\nobject o = 4;\nif (o is int d) { Console.WriteLine(d); }",
            "var (a, b) = (\"5\", 6);\nint.TryParse(a, out var c);\nif (o is int d) { Console.WriteLine(d + b + c); }\n(int e, _) = (b, c);");
        Assert.Contains("var (a2, b2) = (\"5\", 6);\nint.TryParse(a2, out var c2);\nif (o is int d2) { Console.WriteLine(d2 + b2 + c2); }", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Loops_that_do_not_clash_keep_their_variables_and_those_that_do_give_way()
    {
        var body = Conversions.Body("foreach (var i in new[] { 1 }) { Console.WriteLine(i); }", "foreach (var i in new[] { 2 }) { Console.WriteLine(i); }");
        Assert.DoesNotContain("i2", body, StringComparison.Ordinal);
        var clash = Conversions.Body("foreach (var i in new[] { 1 }) { var t = i; Console.WriteLine(t); }", "var t = 1; for (var u = 0; u < 1; u++) { }", "var u = 2;");
        Assert.Contains("{ var t2 = i; Console.WriteLine(t2); }", clash, StringComparison.Ordinal);
        Assert.Contains("for (var u2 = 0; u2 < 1; u2++) { }", clash, StringComparison.Ordinal);
        Assert.Contains("var u = 2;", clash, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_gives_way_to_a_variable_of_the_same_name() =>
        Assert.Contains("from n2 in new[] { 1 } select n2 + 1", Conversions.Body("var q = from n in new[] { 1 } select n + 1;", "var n = 2;"), StringComparison.Ordinal);

    [Fact]
    public void A_function_of_a_library_keeps_its_name_before_a_variable_takes_it()
    {
        var body = Conversions.Body("using static System.Math;", "Console.WriteLine(Max(1, 2) + string.Empty.Length);", "var Max = 3;\nConsole.WriteLine(Max);");
        Assert.Contains("Console.WriteLine(Max(1, 2)", body, StringComparison.Ordinal);
        Assert.Contains("var Max2 = 3;\nConsole.WriteLine(Max2);", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_of_one_name_become_functions_of_two()
    {
        var body = Conversions.Body("int F(int x) => x;\nint F(string x) => x.Length;", "Console.WriteLine(F(1) + F(\"a\"));", "int F(int x) => -x;", "Console.WriteLine(F(1));");
        Assert.Contains("int F2(string x) => x.Length;", body, StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(F(1) + F2(\"a\"));", body, StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(F3(1));", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_keeps_the_variable_that_it_saw()
    {
        var body = Conversions.Body("var n = 1;\nint F() => n;", "var n = 2;", "Console.WriteLine(F() + n);");
        Assert.Contains("int F() => n;", body, StringComparison.Ordinal);
        Assert.Contains("F() + n2", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_declared_again_gets_a_new_name_and_so_does_its_constructor()
    {
        var app = Conversions.App("class P { public P() { } }", "var p = new P();", "class P { public P(int a) { } public static P One => new(1); }", "P q = new P(2); P.One.ToString();");
        Assert.Contains("class P2 { public P2(int a) { } public static P2 One => new(1); }", app, StringComparison.Ordinal);
        Assert.Contains("P2 q = new P2(2); P2.One.ToString();", app, StringComparison.Ordinal);
        Assert.Contains("var p = new P();", app, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_has_arguments_of_its_own() =>
        Assert.Contains("var args2 = 1;", Conversions.Body("var args = 1;"), StringComparison.Ordinal);

    [Fact]
    public void A_script_is_renamed_alike()
    {
        var script = Conversions.Script("var n = 1;", "var n = \"two\";\nConsole.WriteLine(n.Length);");
        Assert.Contains("var n2 = \"two\";\nConsole.WriteLine(n2.Length);", script, StringComparison.Ordinal);
    }
}
