using System.Text.Json.Nodes;
using CsCheck;

namespace WorldModel.Notebooks.Tests.Verification;

public sealed class VerifierTests : IDisposable
{
    private static readonly Dictionary<string, Action<SampleCourse>> Faults = new()
    {
        ["no run is recorded"] = course => course.Edit(json => json["metadata"]!.AsObject().Remove("worldmodel")),
        ["its code cells changed since its outputs were saved (2026-11-30)"] = course => course.EditCell("cell-7", cell => cell["source"] = "var error = 0.5;"),
        ["its outputs are not those that the run of 2026-11-30 saved"] = course => course.EditCell("cell-7", cell => cell["outputs"]![0]!["text"] = "0.48371\n"),
        ["its data changed since its outputs were saved (2026-11-30); its cells now read data/world.csv"] = course => course.Write("data/world.csv", "height [m]\n2\n"u8.ToArray()),
        ["its data changed since its outputs were saved (2026-11-30); its cells now read none"] = course => Directory.Delete(Path.Combine(course.Root, "notebooks/data"), recursive: true),
        ["its outputs were saved with version 0.0.1 of the library"] = course => course.Edit(json => json["metadata"]!["worldmodel"]!["library"] = "0.0.1"),
        ["cell 7 (code/code) was saved without having been executed"] = course => course.EditCell("cell-7", cell => cell["execution_count"] = null),
        ["its cells were not executed once each, from first to last: cell 7 (code/code) was number 4, and has to be 3"] = course =>
        {
            course.EditCell("cell-7", cell => cell["execution_count"] = 4);
            course.EditCell("cell-8", cell => cell["execution_count"] = 3);
        },
        ["cell 24 (break/code) was saved with an error (E: too far) and is not tagged raises-exception"] = Stamped("cell-24", cell =>
            cell["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "too far", ["traceback"] = new JsonArray() })),
        ["cell 24 (break/code) is tagged raises-exception and was saved without an error"] = Stamped("cell-24", cell => cell["metadata"]!["tags"] = new JsonArray("break", "raises-exception")),
        ["cell 24 (break/code) was saved with a warning"] = Stamped("cell-24", cell =>
            cell["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stderr", ["text"] = "look" })),
        ["cell 8 (chart/code) has a chart without a picture"] = Stamped("cell-8", cell => cell["outputs"]![0]!["data"]!["text/html"] = "<figure class=\"wm-chart\"></figure>"),
        ["cell 4 (world/code) has a chart without a picture"] = Stamped("cell-4", cell => cell["outputs"]![0]!["data"]!["text/html"] = "<figure class=\"wm-chart\"><img src=\"x\" alt=\" \"></figure>"),
        ["cell 8 (chart/code) has a chart without its form application/vnd.plotly.v1+json"] = Stamped("cell-8", cell => cell["outputs"]![0]!["data"]!.AsObject().Remove("application/vnd.plotly.v1+json")),
        ["cell 9 (reading/prose) says 0.49, which no output"] = course => course.EditCell("cell-9", cell => cell["source"] = "The error is 0.49 m."),
        ["cell 10 (/code) is no part of a notebook"] = course => course.EditCell("cell-10", cell => cell["metadata"]!["tags"] = new JsonArray("slow", "check")),
        ["cell 2 (setup/code) is not the setup of all notebooks"] = Stamped("cell-2", cell => cell["source"] = "Seed.Set(1);"),
        ["2 cells of exercise/code, which has to be 3"] = Stamped("cell-26", cell => cell["cell_type"] = "raw"),
        ["bytes, and may have 1000000"] = course => course.Edit(json => json["metadata"]!["note"] = new string('x', 1_000_000)),
        ["it has no solved twin solutions/01-sample.ipynb"] = course => File.Move(course.Solutions, course.Solutions.Replace("01-", "02-", StringComparison.Ordinal)),
    };

    private readonly SampleCourse _course = new();

    public static TheoryData<string> Kinds => [.. Faults.Keys];

    // A part that became another one is missed in its place, too.
    public static TheoryData<string> SingleKinds => [.. Faults.Keys.Where(kind => !kind.Contains("exercise/code", StringComparison.Ordinal) && !kind.Contains("no part", StringComparison.Ordinal))];

    public void Dispose() => _course.Dispose();

    [Fact]
    public void A_course_without_fault_is_verified()
    {
        var (code, output) = _course.Verify();
        Assert.Equal("01-sample  ok\nsolutions/01-sample  ok\n2 notebooks verified, 0 stale or broken\n", output);
        Assert.Equal(0, code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_fault_is_found_with_its_file_and_what_to_do(string problem)
    {
        Faults[problem](_course);
        var (code, output) = _course.Verify();
        Assert.Equal(1, code);
        Assert.Contains(output.Split('\n'), line => line.StartsWith($"    {_course.Notebook}: ", StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal));
        Assert.Contains($"run --write --pictures {_course.Notebook.Replace('\\', '/')}", output, StringComparison.Ordinal);
        Assert.EndsWith(" notebooks verified, 1 stale or broken\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SingleKinds))]
    public void A_fault_is_told_once_and_no_other_with_it(string problem)
    {
        Faults[problem](_course);
        Assert.Single(_course.Verify().Output.Split('\n'), line => line.StartsWith($"    {_course.Notebook}: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_of_the_solutions_is_found_too()
    {
        File.WriteAllText(_course.Solutions, File.ReadAllText(_course.Solutions).Replace("error < 1", "error < 2", StringComparison.Ordinal));
        Assert.Contains("solutions/01-sample  STALE\n", _course.Verify().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_laid_out_in_another_way_is_no_fault()
    {
        _course.Edit(json =>
        {
            foreach (var output in json["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).Where(output => output!["text"] is JsonArray))
            {
                output!["text"] = string.Concat(output["text"]!.AsArray().Select(line => (string?)line));
            }
        });
        Assert.Equal(0, _course.Verify().ExitCode);
    }

    [Fact]
    public void An_announced_error_is_no_fault()
    {
        Stamped("cell-24", cell =>
        {
            cell["metadata"]!["tags"] = new JsonArray("break", "raises-exception");
            cell["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "too far", ["traceback"] = new JsonArray() });
        })(_course);
        Assert.Equal(0, _course.Verify().ExitCode);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("{\"nbformat\":4,\"cells\":[]}")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"1\",\"outputs\":[7,{\"output_type\":\"display_data\",\"data\":{\"application/json\":null}}]}],\"metadata\":{\"worldmodel\":{\"cells\":1}}}")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"1\",\"outputs\":[{\"output_type\":\"display_data\",\"data\":{\"application/json\":{\"\\ud83c\":\"\\ud83c\"}}}]}],\"metadata\":{\"worldmodel\":{\"cells\":\"a\",\"outputs\":\"b\",\"library\":\"c\"}}}")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"1\",\"outputs\":[{\"output_type\":\"display_data\",\"data\":{\"application/json\":[1e999,\"\\ud83c\"]}}]}],\"metadata\":{\"worldmodel\":{\"cells\":\"a\",\"outputs\":\"b\",\"library\":\"c\"}}}")]
    public void What_is_hardly_a_notebook_is_broken_and_named(string content)
    {
        File.WriteAllText(_course.Notebook, content);
        var (code, output) = _course.Verify();
        Assert.Equal(1, code);
        Assert.Contains("01-sample  BROKEN", output, StringComparison.Ordinal);
        Assert.Contains("01-sample.ipynb", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_notebook_is_at_worst_broken_and_always_named()
    {
        var good = File.ReadAllBytes(_course.Notebook);
        byte[][] scraps = [.. new[] { "", "\"", "\\ud83c", "{", "]", "null", "7", "\u0000", "\"data\":{},", "1e999" }.Select(scrap => System.Text.Encoding.UTF8.GetBytes(scrap)), [0xff], [0xc3]];
        Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 3], Gen.Int[0, scraps.Length - 1]).Sample((place, gone, scrap) =>
        {
            byte[] damaged = [.. good[..place], .. scraps[scrap], .. good[Math.Min(place + gone, good.Length)..]];
            File.WriteAllBytes(_course.Notebook, damaged);
            var (code, output) = _course.Verify();
            return code == 0 || output.Contains("01-sample.ipynb", StringComparison.Ordinal);
        }, iter: 300, threads: 1);
    }

    private static Action<SampleCourse> Stamped(string id, Action<JsonObject> change) => course =>
    {
        course.EditCell(id, change);
        course.Stamp(course.Notebook);
    };
}
