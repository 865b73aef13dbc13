using WorldModel.Notebooks.CommandLine;
using WorldModel.Notebooks.Conversion;

namespace WorldModel.Notebooks.Tests.Conversion;

public sealed class ConverterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("markdown", "01-a.md")]
    [InlineData("app", "01-a.cs")]
    [InlineData("script", "01-a.csx")]
    public void It_writes_again_what_it_wrote_and_says_where(string to, string file)
    {
        var path = _folder.Write("01-a.ipynb", Conversions.Of("1 + 1"));
        Assert.Equal(0, Convert(to, path).Code);
        var first = File.ReadAllBytes(Out(file));
        var (code, output) = Convert(to, path);
        Assert.Equal(0, code);
        Assert.Equal(first, File.ReadAllBytes(Out(file)));
        Assert.Contains(file, output, StringComparison.Ordinal);
        Assert.EndsWith("1 notebooks converted, 0 failed\n", output, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.File("out")));
    }

    [Fact]
    public void A_file_that_somebody_else_wrote_is_left_alone()
    {
        _folder.Write("out/01-a.cs", "mine");
        var (code, output) = Convert("app", _folder.Write("01-a.ipynb", Conversions.Of("1")));
        Assert.Equal(1, code);
        Assert.Contains("was not written by convert", output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Out("01-a.cs")));
    }

    [Fact]
    public void A_folder_of_pictures_that_somebody_else_filled_is_left_alone()
    {
        _folder.Write("out/01-a.images/mine.png", "mine");
        Assert.Contains("was not written by convert", Convert("markdown", _folder.Write("01-a.ipynb", Conversions.Of("1"))).Output, StringComparison.Ordinal);
        Assert.Equal(["01-a.images"], Directory.EnumerateFileSystemEntries(_folder.File("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void Two_notebooks_of_one_name_are_refused_and_the_others_converted()
    {
        var (code, output) = Convert("markdown", _folder.Write("a/01.ipynb", Conversions.Of("1")), _folder.Write("b/01.ipynb", Conversions.Of("2")), _folder.Write("a/02.ipynb", Conversions.Of("3")));
        Assert.Equal(1, code);
        Assert.Contains("each with its own --output", output, StringComparison.Ordinal);
        Assert.EndsWith("1 notebooks converted, 2 failed\n", output, StringComparison.Ordinal);
        Assert.Equal(["02.md"], Directory.EnumerateFileSystemEntries(_folder.File("out")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"fsharp"}},"source":"1"}]}""", "cell 1 is written in \"fsharp\"")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","metadata":{},"source":"1"}]}""", "refers to no WorldModel.dll")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","metadata":{},"source":"#r \"lib/WorldModel.dll\""}]}""", "src/WorldModel/WorldModel.csproj")]
    public void Bad_notebooks_are_told_by_name_and_leave_nothing(string content, string problem)
    {
        var (code, output) = Convert("app", _folder.Write("bad.ipynb", content));
        Assert.Equal(1, code);
        Assert.Contains("bad.ipynb", output, StringComparison.Ordinal);
        Assert.Contains(problem, output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public void A_missing_notebook_and_an_output_that_is_a_file_are_told()
    {
        var (code, output) = Convert("markdown", _folder.File("missing.ipynb"));
        Assert.Equal(1, code);
        Assert.Contains("there is no file or folder", output, StringComparison.Ordinal);
        _folder.Write("out", "a file");
        Assert.Equal((2, $"--output {_folder.File("out")} is a file. Name a folder.\n"), Convert("markdown", _folder.File("missing.ipynb")));
    }

    [Fact]
    public async Task The_command_line_refuses_what_it_does_not_know()
    {
        Assert.Equal(2, (await RunnerProcess.RunAsync(_folder.Path, "convert", "--to", "pdf")).ExitCode);
        Assert.Equal(2, (await RunnerProcess.RunAsync(_folder.Path, "convert")).ExitCode);
        Assert.Contains("no option --watch", (await RunnerProcess.RunAsync(_folder.Path, "convert", "--to", "app", "--watch")).Error, StringComparison.Ordinal);
    }

    private string Out(string file) => _folder.File($"out/{file}");

    private (int Code, string Output) Convert(string to, params string[] paths)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var form = Enum.Parse<ConversionForm>(to, ignoreCase: true);
        return (new Converter(new ConvertOptions(paths, form, _folder.File("out")), output).Convert(TestContext.Current.CancellationToken), output.ToString());
    }
}
