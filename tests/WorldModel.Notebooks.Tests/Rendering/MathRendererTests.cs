using System.Xml.Linq;
using CsCheck;
using WorldModel.Notebooks.Rendering.Mathematics;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class MathRendererTests
{
    [Theory]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData("x_t^2", "<msubsup><mi>x</mi><mi>t</mi><mn>2</mn></msubsup>")]
    [InlineData("x'", "<msup><mi>x</mi><mo>′</mo></msup>")]
    [InlineData(@"\sqrt{2}", "<msqrt><mn>2</mn></msqrt>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\sum_{i=1}^N", "<munderover><mo>∑</mo>")]
    [InlineData(@"\int_0^T", "<msubsup><mo>∫</mo>")]
    [InlineData(@"\alpha \le \infty", "<mi>α</mi><mo>≤</mo><mi mathvariant=\"normal\">∞</mi>")]
    [InlineData(@"\text{if } x<0", "<mtext>if\u00A0</mtext><mi>x</mi><mo>&lt;</mo>")]
    [InlineData(@"\mathrm{d}t", "<mi mathvariant=\"normal\">d</mi><mi>t</mi>")]
    [InlineData(@"\mathrm{kg}", "<mi>kg</mi>")]
    [InlineData(@"\mathbf{x}", "<mi>𝐱</mi>")]
    [InlineData(@"\mathbb{R}^6", "<msup><mi>ℝ</mi><mn>6</mn></msup>")]
    [InlineData(@"\mathcal L", "<mi>ℒ</mi>")]
    [InlineData(@"\dot{v}", "<mi>𝑣\u0307</mi>")]
    [InlineData(@"\hat{\mathbf{h}}", "<mi>𝐡\u0302</mi>")]
    [InlineData(@"\overline{ab}", "<mover><mrow><mi>a</mi><mi>b</mi></mrow><mo stretchy=\"true\">¯</mo></mover>")]
    [InlineData(@"\left( x \right]", "<mo fence=\"true\" stretchy=\"true\" form=\"prefix\">(</mo><mi>x</mi><mo fence=\"true\" stretchy=\"true\" form=\"postfix\">]</mo>")]
    [InlineData(@"\sin x", "<mi>sin</mi><mspace width=\"0.167em\"/><mi>x</mi>")]
    [InlineData(@"a \quad b", "<mspace width=\"1em\"/>")]
    [InlineData("a = -b", "<mo>=</mo><mo form=\"prefix\">−</mo>")]
    [InlineData("12.5\\,\\%", "<mn>12.5</mn>")]
    [InlineData(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "<mtr><mtd class=\"center\"><mn>3</mn></mtd><mtd class=\"center\"><mn>4</mn></mtd></mtr>")]
    [InlineData(@"\begin{aligned} a &= b \\ \end{aligned}", "<mtd class=\"right\"><mi>a</mi></mtd><mtd class=\"left\">")]
    [InlineData(@"\begin{cases} 1 & x \\ 0 & y \end{cases}", "form=\"prefix\">{</mo><mtable>")]
    [InlineData(@"\argmin_\theta", "<munder><mo movablelimits=\"true\"")]
    public void A_formula_becomes_MathML(string latex, string expected)
    {
        var html = Render(latex, out var warnings);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Fact]
    public void Every_known_command_renders_without_a_warning()
    {
        var plain = MathSymbols.Letters.Keys.Concat(MathSymbols.Operators.Keys).Concat(MathSymbols.Large.Keys).Concat(MathSymbols.Functions).Concat(MathSymbols.LimitFunctions).Concat(MathSymbols.Spaces.Keys);
        var applied = MathSymbols.Accents.Keys.Concat(MathSymbols.Alphabets.Keys).SelectMany(name => new[] { $@"\{name}{{x}}", $@"\{name}{{xy}}" });
        Assert.All(plain.Select(name => $@"\{name} x").Concat(applied), latex =>
        {
            XElement.Parse(Render(latex.Replace(@"\space", @"\ ", StringComparison.Ordinal), out var warnings));
            Assert.Empty(warnings);
        });
    }

    [Fact]
    public void Every_accent_over_one_letter_has_a_combining_form() =>
        Assert.Equal(MathSymbols.Accents.Keys.Order(), MathSymbols.CombiningAccents.Keys.Order());

    [Fact]
    public void An_unknown_command_is_shown_and_reported()
    {
        var html = Render(@"a \foo b", out var warnings);
        Assert.Contains(@"\foo", html, StringComparison.Ordinal);
        Assert.Contains("<mi>b</mi>", html, StringComparison.Ordinal);
        Assert.Contains(@"\foo", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\frac{a}")]
    [InlineData("x^")]
    [InlineData("{a")]
    [InlineData("a}")]
    [InlineData(@"\left( a")]
    [InlineData("a_b_c")]
    [InlineData(@"\begin{pmatrix} 1")]
    [InlineData(@"\text{never closed")]
    public void A_broken_formula_is_shown_as_written_and_reported(string latex)
    {
        var html = Render(latex, out var warnings);
        Assert.StartsWith("<code", html, StringComparison.Ordinal);
        Assert.Contains(latex, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_nested_beyond_any_sense_is_shown_as_written()
    {
        Assert.StartsWith("<code", Render(string.Concat(Enumerable.Repeat("\\sqrt{", 5000)) + new string('}', 5000), out var warnings), StringComparison.Ordinal);
        Assert.Contains("nested more than 100 levels deep", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_gives_well_formed_markup()
    {
        var pieces = Gen.OneOf("\\frac", "\\sqrt", "[", "]", "{", "}", "{", "}", "^", "_", "x", "12", "\\left", "\\right", "(", ")", "\\alpha", "&", "\\\\", "'",
            "\\text", "\\begin{cases}", "\\end{cases}", "<", "\"", " ", "%c\n", "\\", "\\hat", "\\mathbf", "\\unknown", "🍎", "\\big", "\\not", ".");
        pieces.Array[0, 12].Sample(parts => XElement.Parse(Render(string.Concat(parts), out _)) is not null);
    }

    private static string Render(string latex, out List<string> warnings)
    {
        var heard = warnings = [];
        return MathRenderer.ToHtml(latex, display: false, heard.Add);
    }
}
