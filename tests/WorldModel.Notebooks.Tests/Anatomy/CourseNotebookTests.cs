namespace WorldModel.Notebooks.Tests.Anatomy;

public sealed class CourseNotebookTests
{
    private const string Json = """
        {"cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {"tags": ["title"]}, "source": ["# Hello\n", "world"]},
          {"cell_type": "code", "id": "b", "metadata": {"tags": ["chart", "world"]}, "source": "1", "execution_count": null, "outputs": []},
          {"cell_type": "code", "id": "c", "metadata": {"tags": ["check"]}, "source": "2", "execution_count": 3, "outputs": [
            {"output_type": "stream", "name": "stdout", "text": ["one\n", "two"]},
            {"output_type": "execute_result", "execution_count": 3, "metadata": {}, "data": {"text/plain": "three", "text/html": ["<b>3</b>"]}},
            {"output_type": "error", "ename": "E", "evalue": "four", "traceback": []}]}],
         "metadata": {"kernelspec": {"name": ".net-csharp"}}, "nbformat": 4, "nbformat_minor": 5}
        """;

    [Fact]
    public void A_notebook_is_read_with_its_outputs()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.ipynb");
        File.WriteAllText(path, Json);

        var notebook = CourseNotebook.Read(path);

        Assert.Equal((".net-csharp", new FileInfo(path).Length), (notebook.Kernel, notebook.Bytes));
        Assert.Equal(["title/prose", "/code", "check/code"], notebook.Cells.Select(cell => cell.Part));
        Assert.Equal(["# Hello\nworld", "1", "2"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([false, false, true], notebook.Cells.Select(cell => cell.IsExecuted));
        Assert.Equal("one\ntwo\nthree\n", notebook.Cells[2].Said);
        Assert.Equal(["stdout", "text/plain", "text/html", "error"], notebook.Cells[2].OutputKinds);
    }
}
