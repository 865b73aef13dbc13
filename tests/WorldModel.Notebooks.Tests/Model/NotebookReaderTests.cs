using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Model;

public sealed class NotebookReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_keep_kind_source_tags_and_number()
    {
        var notebook = NotebookReader.Read(_folder.Write("a.ipynb", NotebookJson.Empty.Markdown("# T", "title").Code("1 +\n1", "check", "hide")));
        Assert.Equal([CellKind.Markdown, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal("1 +\n1", notebook.Cells[1].Source);
        Assert.Equal(["check", "hide"], notebook.Cells[1].Tags);
        Assert.Equal(2, notebook.Cells[1].Number);
    }

    [Fact]
    public void A_source_in_lines_is_joined()
    {
        var notebook = NotebookReader.Read(_folder.Write("a.ipynb", """{"nbformat":4,"cells":[{"cell_type":"code","source":["a\n","b"]}]}"""));
        Assert.Equal("a\nb", notebook.Cells[0].Source);
    }

    [Theory]
    [InlineData("{\n  \"cells\": [,]\n}", "line 2, column 13")]
    [InlineData("", "not JSON")]
    [InlineData("[]", "not a notebook")]
    [InlineData("{\"a\":1}", "no \"nbformat\"")]
    [InlineData("{\"nbformat\":\"4\"}", "no \"nbformat\"")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "format 3")]
    [InlineData("{\"nbformat\":5,\"cells\":[]}", "format 5")]
    [InlineData("{\"nbformat\":4}", "\"cells\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"heading\",\"source\":\"\"}]}", "cell 1 is of unknown type \"heading\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[7]}", "cell 1")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":{}}]}", "cell 1 has no \"source\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":{\"polyglot_notebook\":{\"kernelName\":\"fsharp\"}}}]}", "cell 1 is written in \"fsharp\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\\ud83c\"}]}", "not Unicode")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"kernelspec\":{\"name\":\"python3\"}}}", "python3")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"language_info\":{\"name\":\"F#\"}}}", "F#")]
    public void What_is_no_CSharp_notebook_is_refused_with_file_and_reason(string content, string reason)
    {
        var path = _folder.Write("bad.ipynb", content);
        var problem = Assert.Throws<NotebookProblem>(() => NotebookReader.Read(path));
        Assert.Contains("bad.ipynb", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"}}""")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec":{"name":"csharp"},"language_info":{"name":"python"}}""")]
    public void A_CSharp_notebook_is_accepted_however_its_host_names_the_kernel(string metadata)
    {
        var path = _folder.Write("good.ipynb", $$"""{"nbformat":4,"cells":[],"metadata":{{metadata}}}""");
        Assert.Empty(NotebookReader.Read(path).Cells);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_a_problem_with_its_name()
    {
        var path = Directory.CreateDirectory(_folder.File("x.ipynb")).FullName;
        Assert.Contains("x.ipynb", Assert.Throws<NotebookProblem>(() => NotebookReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attached_picture_becomes_a_data_address()
    {
        var path = _folder.Write("a.ipynb", """{"nbformat":4,"cells":[{"cell_type":"markdown","source":"","attachments":{"p.png":{"image/png":["QUJ","D"]}}}]}""");
        Assert.Equal("data:image/png;base64,QUJD", NotebookReader.Read(path).Cells[0].Attachments["p.png"]);
    }
}
