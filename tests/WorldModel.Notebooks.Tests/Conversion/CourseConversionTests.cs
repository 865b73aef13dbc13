using System.Text.Json;

namespace WorldModel.Notebooks.Tests.Conversion;

/// <summary>The whole course as apps, the short notebooks also run; longer than a run of the course, so only on request.</summary>
public sealed class CourseConversionTests
{
    private const string Request = "WORLDMODEL_LONG";
    private const double LongestRun = 25; // seconds of the saved run

    [Fact]
    public async Task Apps_and_scripts_print_the_numbers_of_the_notebooks()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Request) == "1", $"It runs the course twice; set {Request}=1 to ask for it.");
        using var folder = new TemporaryFolder();
        var notebooks = Copy(folder);
        Assert.NotEmpty(notebooks);
        Assert.Contains(notebooks, IsShort);
        await Parallel.ForEachAsync(notebooks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (path, _) =>
            await (IsShort(path) ? CompareAsync(folder, path) : BuildAsync(folder, path)));
    }

    private static async Task CompareAsync(TemporaryFolder folder, string path)
    {
        // A script takes the way of a notebook through the same compiler, so the first one of each folder stands for all.
        var forms = await ConvertedForms.RunAsync(folder, path, runsScript: Path.GetFileName(path).StartsWith("01-", StringComparison.Ordinal));
        Assert.True(forms.App.ExitCode == 0, $"{path}: {forms.App.Output}{forms.App.Error}");
        Assert.DoesNotContain("warning", forms.App.Output, StringComparison.Ordinal);
        var checks = ConvertedForms.Checks(forms.Notebook);
        Assert.NotEmpty(checks);
        Assert.Equal(checks, ConvertedForms.Checks(forms.App.Output));
        Assert.Equal(checks, forms.Script is null ? checks : ConvertedForms.Checks(forms.Script));
    }

    private static async Task BuildAsync(TemporaryFolder folder, string path)
    {
        var app = await ConvertedForms.BuildAsync(folder, path);
        Assert.True(app.ExitCode == 0, $"{path}: {app.Output}{app.Error}");
        Assert.DoesNotContain("warning CS", app.Output, StringComparison.Ordinal);
    }

    // Others are only built: running them twice more would take CI's time, and what they call is what the short ones call.
    private static bool IsShort(string path)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllBytes(path));
        return notebook.RootElement.GetProperty("metadata").GetProperty("worldmodel").GetProperty("seconds").GetDouble() <= LongestRun;
    }

    // Outside of the repository, so that running and saving leaves the committed notebooks alone.
    private static List<string> Copy(TemporaryFolder folder)
    {
        var source = Path.Combine(Repository.Root, "notebooks");
        var notebooks = new List<string>();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".ipynb" or ".csv"))
        {
            var text = File.ReadAllText(file);
            var place = $"notebooks/{Path.GetRelativePath(source, file)}";
            var copy = folder.Write(place, System.Text.RegularExpressions.Regex.Replace(text, @"#r \\""[./]+artifacts/library/WorldModel.dll\\""", Conversions.Reference.Replace("\"", "\\\"", StringComparison.Ordinal)));
            if (Path.GetExtension(file) == ".ipynb")
            {
                notebooks.Add(copy);
            }
        }

        return notebooks;
    }
}
