using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Tests.Rendering;

namespace WorldModel.Notebooks.Tests.Execution;

public sealed class CheckMarksTests
{
    [Fact]
    public void Checks_are_counted_and_solved_exercises_other_streams_and_marks_inside_a_line_are_not()
    {
        var cell = new CellResult(
            new Cell(1, CellKind.Code, "x"),
            [
                new StreamOutput("stdout", "✓ one\n  measured: 1\n✓ two\n✓ solved: an exercise\nnot ✓ three\n"),
                new StreamOutput("stderr", "✓ elsewhere\n"),
                new StreamOutput("stdout", "✓ three"),
            ],
            TimeSpan.Zero);
        Assert.Equal(3, CheckMarks.Count(new NotebookResult("a.ipynb", null, [cell, cell with { Outputs = [] }])));
    }

    [Fact]
    public void The_course_has_checks_in_every_notebook() => Assert.All(SavedCourse.Results, result => Assert.InRange(CheckMarks.Count(result), 5, 100));
}
