using System.Text.Json;

namespace WorldModel.Notebooks.Tests.CommandLine;

public sealed class GoodNotebookTests(GoodNotebook run) : IClassFixture<GoodNotebook>
{
    [Fact]
    public void It_passes_and_the_last_lines_say_where_the_site_is_and_how_many_passed()
    {
        Assert.Equal(0, run.First.ExitCode);
        Assert.Equal("1 notebooks passed, 0 failed", run.First.LastLine);
        Assert.Contains($"Site: {Path.Combine("artifacts/site", "index.html")}", run.First.Output, StringComparison.Ordinal);
        Assert.Empty(run.First.Error);
    }

    [Fact]
    public void Progress_names_notebook_cell_and_seconds() =>
        Assert.Matches(@"01-good  cell 2/10 \(setup\)  \d+\.\d s", run.First.Output);

    [Fact]
    public void The_summary_has_cells_and_memory() => Assert.Matches(@"01-good +9/9 +\d+ +\d+\.\d s +\d+ MB +passed", run.First.Output);

    [Fact]
    public void Streams_keep_their_order_and_the_last_value_is_the_result()
    {
        var outputs = Outputs(2);
        Assert.Equal(["stdout", "stderr", "stdout"], outputs.Take(3).Select(output => output.GetProperty("name").GetString()));
        Assert.Equal("execute_result", outputs[3].GetProperty("output_type").GetString());
        Assert.Equal(1, outputs[3].GetProperty("execution_count").GetInt32());
        Assert.Equal("2", Plain(outputs[3]));
    }

    [Fact]
    public void Records_methods_iterators_await_and_display_work_across_cells()
    {
        var outputs = Outputs(4);
        Assert.Equal(["display_data", "execute_result"], outputs.Select(output => output.GetProperty("output_type").GetString()));
        Assert.Equal(["P { A = 1 }", "42"], outputs.Select(Plain));
    }

    [Fact]
    public void A_cell_runs_in_its_notebooks_folder() => Assert.Equal("42", Plain(Outputs(5)[0]));

    [Fact]
    public void A_warning_is_told_with_its_place_and_not_stored()
    {
        Assert.Contains("01-good.ipynb cell 6 line 1, column 10: warning CS1030", run.First.Output, StringComparison.Ordinal);
        Assert.Contains("CS1030", run.Page, StringComparison.Ordinal);
        Assert.Empty(Outputs(6));
    }

    [Fact]
    public void What_native_code_prints_belongs_to_its_cell() => Assert.Equal("native <text>\n", Outputs(7)[0].GetProperty("text")[0].GetString());

    [Fact]
    public void A_cell_cannot_wait_for_the_keyboard() => Assert.Equal("True", Plain(Outputs(8)[0]));

    [Fact]
    public void Charts_are_told_that_the_page_has_plotly() => Assert.Equal("True", Plain(Outputs(9)[0]));

    [Fact]
    public void Megabytes_of_text_are_cut_and_the_cell_says_so()
    {
        var text = string.Concat(Outputs(10)[0].GetProperty("text").EnumerateArray().Select(line => line.GetString()));
        Assert.InRange(text.Length, 1 << 20, (1 << 20) + 200);
        Assert.EndsWith("… cut: the cell printed 3,072,000 characters; the first 1,048,576 are kept.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_outputs_counts_and_stamp_of_the_file_change()
    {
        var before = Lines(run.Before).Where(line => !line.Contains("execution_count", StringComparison.Ordinal) && !line.Contains("outputs", StringComparison.Ordinal)).ToList();
        var after = new Queue<string>(Lines(run.AfterFirst));
        Assert.All(before, line =>
        {
            while (after.TryDequeue(out var candidate))
            {
                if (candidate == line)
                {
                    return;
                }
            }

            Assert.Fail($"This line is gone: {line}");
        });
    }

    [Fact]
    public void A_second_run_leaves_every_byte_alone()
    {
        Assert.Equal(0, run.Second.ExitCode);
        Assert.NotEqual(run.Before, run.AfterFirst);
        Assert.Equal(run.AfterFirst, run.AfterSecond);
    }

    [Fact]
    public void The_page_is_rendered_and_self_contained()
    {
        Assert.Contains("<h1 id=\"a-good-notebook\">A good notebook</h1>", run.Page, StringComparison.Ordinal);
        Assert.Contains("<math>", run.Page, StringComparison.Ordinal);
        Assert.Contains("native &lt;text&gt;", run.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", run.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", run.Page, StringComparison.Ordinal);
        Assert.All(new[] { "index.html", "assets/site.css", "assets/site.js", "assets/icon.svg" }, name => Assert.True(File.Exists(run.SiteFile(name)), name));
    }

    [Fact]
    public void Without_a_chart_the_site_carries_no_plotly() => Assert.False(File.Exists(run.SiteFile("assets/plotly.min.js")));

    [Fact]
    public void The_index_has_title_and_question()
    {
        var index = File.ReadAllText(run.SiteFile("index.html"));
        Assert.Contains("A good notebook", index, StringComparison.Ordinal);
        Assert.Contains("Does everything x^2 work?", index, StringComparison.Ordinal);
    }

    private static string[] Lines(byte[] bytes) => [.. System.Text.Encoding.UTF8.GetString(bytes).Split('\n')];

    private JsonElement[] Outputs(int cell)
    {
        using var document = JsonDocument.Parse(run.AfterFirst);
        return [.. document.RootElement.GetProperty("cells")[cell - 1].GetProperty("outputs").EnumerateArray().Select(output => output.Clone())];
    }

    private static string? Plain(JsonElement output) => string.Concat(output.GetProperty("data").GetProperty("text/plain").EnumerateArray().Select(line => line.GetString()));
}
