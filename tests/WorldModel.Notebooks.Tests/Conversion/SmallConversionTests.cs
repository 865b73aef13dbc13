namespace WorldModel.Notebooks.Tests.Conversion;

public sealed class SmallConversionTests(SmallConversion small) : IClassFixture<SmallConversion>
{
    [Fact]
    public void The_app_runs_without_a_warning_and_counts_its_checks()
    {
        Assert.True(small.Forms.App.ExitCode == 0, small.Forms.App.Output + small.Forms.App.Error);
        Assert.Empty(small.Forms.App.Error);
        Assert.DoesNotContain("warning", small.Forms.App.Output, StringComparison.Ordinal);
        Assert.Equal("1 checks passed", small.Forms.App.LastLine);
    }

    [Fact]
    public void App_and_script_print_the_checks_of_the_notebook()
    {
        var checks = ConvertedForms.Checks(small.Forms.Notebook);
        Assert.Contains("✓ Twice six are twelve", checks);
        Assert.Contains("  measured (± 1 %): result 12, of 12", checks);
        Assert.Equal(checks, ConvertedForms.Checks(small.Forms.App.Output));
        Assert.Equal(checks, ConvertedForms.Checks(small.Forms.Script!));
    }

    [Fact]
    public void Both_show_values()
    {
        Assert.All([small.Forms.App.Output, small.Forms.Script], printed =>
        {
            Assert.Contains("\n12\n", $"\n{printed}", StringComparison.Ordinal);
            Assert.Contains("a\n1\n", printed, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Charts_are_pages_beside_the_app()
    {
        var charts = small.Folder.File("out/notebooks/01-small.charts");
        Assert.Equal(["01-a-chart-more.html", "index.html", "plotly.min.js"], Directory.EnumerateFiles(charts).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(Path.Combine(charts, "01-a-chart-more.html"));
        Assert.Contains("<title>A &lt;chart&gt; &amp; more · 01-small</title>", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1000, 200_000);
    }

    [Fact]
    public async Task A_check_that_does_not_hold_ends_the_app_with_its_message()
    {
        var path = small.Folder.Write("notebooks/02-wrong.ipynb", NotebookJson.Empty.Code($"{Conversions.Reference}\nusing WorldModel.Evaluation;")
            .Code("throw new InvalidOperationException(\"meant to be\");", "raises-exception").Code("Check.That(\"One is two\", 1 == 2, [(\"one\", 1)]);"));
        await RunnerProcess.RunAsync(small.Folder.Path, "convert", path, "--to", "app", "--output", "wrong");
        var app = await AppProcess.RunAsync(small.Folder.File("wrong/02-wrong.cs"));
        Assert.Equal(1, app.ExitCode);
        Assert.Contains("InvalidOperationException, as expected: meant to be", app.Output, StringComparison.Ordinal);
        Assert.Contains("This claim is not true: One is two", app.Error, StringComparison.Ordinal);
    }
}
