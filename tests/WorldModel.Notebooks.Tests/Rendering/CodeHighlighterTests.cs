using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed partial class CodeHighlighterTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"t-keyword\">var</span> x = <span class=\"t-number\">1</span>;")]
    [InlineData("// a < b", "<span class=\"t-comment\">// a &lt; b</span>")]
    [InlineData("#r \"x.dll\"", "<span class=\"t-directive\">#r &quot;x.dll&quot;</span>")]
    [InlineData("f(\"s\")", "<span class=\"t-method\">f</span>(<span class=\"t-string\">&quot;s&quot;</span>)")]
    [InlineData("new Apple()", "<span class=\"t-keyword\">new</span> <span class=\"t-type\">Apple</span>()")]
    public void Tokens_get_their_class(string code, string html) => Assert.Equal(html, CodeHighlighter.ToHtml(code));

    [Fact]
    public void The_text_of_the_page_is_the_source()
    {
        var pieces = Gen.OneOf("var ", "x", " = ", "1.5", ";\n", "\"text\"", "$\"a{x:0.0}b\"", "'c'", "// note\n", "/* a\nb */", "{", "}", "(", ")", "<", ">", "&",
            "#r \"a.dll\"\n", "#if X\n", "#endif\n", "\t", "\r\n", "class ", "await ", "\"open", "@", "漢", "🍎", "\"\"\"", "\\", "#!magic\n", "record P(int A);", "?");
        pieces.Array[0, 15].Sample(parts =>
        {
            var code = string.Concat(parts);
            return WebUtility.HtmlDecode(Tag().Replace(CodeHighlighter.ToHtml(code), "")) == code;
        });
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
