using System.Text.Json;

namespace WorldModel.Notebooks.Tests.Conversion;

/// <summary>One notebook, run as what it is and as the app and the script that it becomes.</summary>
internal sealed record ConvertedForms(string Notebook, RunnerOutcome App, string? Script)
{
    /// <summary>Converts and runs a notebook of a folder; what comes of it lies in the folder <c>out</c>.</summary>
    /// <param name="folder">Where all happens.</param>
    /// <param name="path">The notebook.</param>
    /// <param name="runsScript">Whether the script is run too; it is made in any case.</param>
    public static async Task<ConvertedForms> RunAsync(TemporaryFolder folder, string path, bool runsScript = true)
    {
        var converted = await ConvertAsync(folder, path);
        var cells = NotebookJson.Empty.Code(await File.ReadAllTextAsync($"{converted}.csx"));
        var hosted = $"{converted}-script.ipynb";
        await File.WriteAllBytesAsync(hosted, cells.ToBytes());
        var app = await AppProcess.RunAsync($"{converted}.cs");
        return new(await PrintedAsync(folder, path), app, runsScript ? await PrintedAsync(folder, hosted) : null);
    }

    /// <summary>Converts a notebook and builds its app, without running anything.</summary>
    public static async Task<RunnerOutcome> BuildAsync(TemporaryFolder folder, string path) =>
        await AppProcess.BuildAsync($"{await ConvertAsync(folder, path)}.cs");

    /// <summary>The lines of checks and exercises; a variable's number, which a rename may add, is left out of conditions.</summary>
    public static IReadOnlyList<string> Checks(string printed)
    {
        string[] starts = ["✓ ", "… not yet", "  measured", "  checked", "  hint"];
        return [.. printed.Split('\n').Where(line => starts.Any(start => line.StartsWith(start, StringComparison.Ordinal)))
            .Select(line => line.StartsWith("  checked", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(line, @"(?<=[a-zA-Z])\d+\b", "") : line)];
    }

    // Where both forms lie, without what tells them apart.
    private static async Task<string> ConvertAsync(TemporaryFolder folder, string path)
    {
        var output = folder.File($"out/{Path.GetRelativePath(folder.Path, Path.GetDirectoryName(path)!)}");
        var conversion = await RunnerProcess.RunAsync(folder.Path, "convert", path, "--to", "app", "--output", output);
        var script = await RunnerProcess.RunAsync(folder.Path, "convert", path, "--to", "script", "--output", output);
        Assert.True(conversion.ExitCode + script.ExitCode == 0, conversion.Output + script.Output);
        return Path.Combine(output, Path.GetFileNameWithoutExtension(path));
    }

    private static async Task<string> PrintedAsync(TemporaryFolder folder, string notebook)
    {
        var site = folder.File($"site-{Path.GetFileNameWithoutExtension(notebook)}-{Guid.NewGuid():n}");
        var run = await RunnerProcess.RunAsync(folder.Path, "run", notebook, "--write", "--timeout", "900", "--output", site);
        Assert.True(run.ExitCode == 0, run.Output);
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(notebook));
        var outputs = document.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.TryGetProperty("outputs", out _)).SelectMany(cell => cell.GetProperty("outputs").EnumerateArray())
            .Where(output => output.GetProperty("output_type").GetString() == "stream");
        return string.Concat(outputs.SelectMany(output => output.GetProperty("text").EnumerateArray()).Select(line => line.GetString()));
    }
}
