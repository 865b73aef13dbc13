using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Tests.Execution.Foreign;

namespace WorldModel.Notebooks.Tests.Execution;

public sealed class ValueFormatterTests
{
    [Fact]
    public void A_type_with_a_formatter_source_of_that_name_shows_its_forms()
    {
        var forms = ValueFormatter.Format(new Chart("fall"));
        Assert.Equal("<b>fall</b>", forms["text/html"]);
        Assert.Equal("[fall]", forms["text/plain"]);
    }

    [Fact]
    public void The_attribute_counts_on_a_base_type_and_on_an_interface()
    {
        Assert.Equal("<b>derived</b>", ValueFormatter.Format(new DerivedChart())["text/html"]);
        Assert.Equal("<b>view</b>", ValueFormatter.Format(new ViewOnly())["text/html"]);
    }

    [Fact]
    public void A_formatter_that_declines_is_passed_over() => Assert.Equal(["text/plain"], ValueFormatter.Format(new Declined()).Keys);

    [Fact]
    public void All_forms_are_taken_whatever_a_live_host_prefers() =>
        Assert.Equal("""{"title":"fall"}""", ValueFormatter.Format(new Chart("fall"))["application/x.chart+json"]);

    [Fact]
    public void A_form_that_should_be_JSON_and_is_not_is_left_out_and_said_so()
    {
        var notes = new List<string>();
        var forms = ValueFormatter.Format(new Chart("a \"quote"), note: notes.Add);
        Assert.Equal(["text/html", "text/plain"], forms.Keys.Order());
        Assert.Contains("the form application/x.chart+json of", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_MIME_types_can_be_asked_for() => Assert.Equal(["text/plain"], ValueFormatter.Format(new Chart("x"), ["text/plain"]).Keys);

    [Theory]
    [InlineData(null, "null")]
    [InlineData("as it is", "as it is")]
    [InlineData(1.5, "1.5")]
    [InlineData(true, "True")]
    [InlineData(new[] { 1, 2 }, "int[2] { 1, 2 }")]
    public void Other_values_are_plain_text(object? value, string text) => Assert.Equal(text, ValueFormatter.Format(value)["text/plain"]);

    [Fact]
    public void A_record_speaks_for_itself() => Assert.Equal("Chart { Title = x }", PlainText.Of(new Chart("x")));
}
