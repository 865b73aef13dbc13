using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Tests.Verification.Anatomy;

public sealed class CourseCellsTests
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
    public void A_cell_knows_its_part_and_what_it_said()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.ipynb");
        File.WriteAllText(path, Json);

        var notebook = NotebookReader.Read(path);

        Assert.Equal([".net-csharp", "a", "b", "c"], notebook.Cells.Select(cell => cell.Id).Prepend(notebook.Kernel));
        Assert.Equal(["title/prose", "/code", "check/code"], notebook.Cells.Select(cell => cell.Part));
        Assert.Equal("one\ntwo\nthree\n", notebook.Cells[2].Said);
        Assert.Equal("cell 3 (check/code)", notebook.Cells[2].Named);
        Assert.Same(notebook.Cells[2], Assert.Single(notebook.Part("check/code")));
    }

    [Fact]
    public void Blank_lines_do_not_count() => Assert.Equal(2, new Cell(1, CellKind.Code, "a\n\n  \nb\n").Lines);
}
