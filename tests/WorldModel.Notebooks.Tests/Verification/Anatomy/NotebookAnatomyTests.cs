using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Tests.Verification.Anatomy;

/// <summary>Every rule of the anatomy finds the notebook that breaks it.</summary>
public sealed class NotebookAnatomyTests
{
    private static readonly Notebook Good = SampleNotebook.Good;

    [Fact]
    public void A_notebook_as_it_should_be_has_no_problem()
    {
        Assert.Empty(NotebookAnatomy.Problems(Good));
        Assert.Empty(NotebookAnatomy.SolutionProblems(SampleNotebook.GoodSolutions));
    }

    [Theory]
    [InlineData("title/prose", "begins with title/prose")]
    [InlineData("setup/code", "0 cells of setup/code")]
    [InlineData("idea/prose", "(code/code) follows cell 5 (predict/prose)")]
    [InlineData("code/code", "(chart/code) follows cell 6 (idea/prose)")]
    [InlineData("chart/code", "(reading/prose) follows cell 7 (code/code)")]
    [InlineData("reading/prose", "(check/code) follows cell 8 (chart/code)")]
    [InlineData("check/code", "(predict/prose) follows cell 9 (reading/prose)")]
    [InlineData("break/prose", "0 cells of break/prose")]
    [InlineData("break/code", "(exercise/prose) follows cell 23 (break/prose)")]
    [InlineData("exercise/code", "2 cells of exercise/code")]
    [InlineData("next/prose", "ends with next/prose")]
    public void A_part_that_is_missing_is_missed(string part, string problem) => Finds(problem, Good.Without(part));

    [Fact]
    public void A_round_needs_a_chart_and_a_reading()
    {
        var blind = Good.Without("chart/code").Without("reading/prose");
        Finds("the round that begins at cell 5 (predict/prose) has no chart/code", blind);
        Finds("the round that begins at cell 5 (predict/prose) has no reading/prose", blind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void There_are_two_to_four_rounds(int rounds)
    {
        Cell[] round = [.. Good.Cells.Skip(4).Take(6)];
        var cells = Good.Cells.Take(4).Concat(Enumerable.Repeat(round, rounds).SelectMany(cells => cells)).Concat(Good.Cells.Skip(22));
        Finds($"{rounds} cells of predict/prose, which has to be 2 to 4", Good with { Cells = SampleNotebook.Executed(cells) });
    }

    [Fact]
    public void The_break_comes_after_the_rounds() =>
        Finds("break/prose comes after the last round", Good with { Cells = SampleNotebook.Executed([.. Good.Cells.Take(16), .. Good.Cells.Skip(22).Take(2), .. Good.Cells.Skip(16).Take(6), .. Good.Cells.Skip(24)]) });

    [Fact]
    public void A_cell_without_a_known_tag_is_no_part() => Finds("cell 8 (aside/code) is no part of a notebook", Good.With("chart/code", cell => cell with { Tags = ["aside"] }));

    [Theory]
    [InlineData("check", "slow")]
    [InlineData("check", "raises-exception", "slow")]
    public void Tags_for_the_runner_may_stand_behind(params string[] tags) =>
        Assert.Empty(NotebookAnatomy.Problems(Good.With("check/code", cell => cell with { Tags = tags })));

    [Theory]
    [InlineData("slow", "check")]
    [InlineData("slow")]
    [InlineData("check", "chart")]
    public void The_first_tag_says_what_a_cell_is_and_no_other_does(params string[] tags) =>
        Finds("cell 10 (/code) is no part of a notebook", Good.With("check/code", cell => cell with { Tags = tags }));

    [Theory]
    [InlineData("title/prose", 120)]
    [InlineData("world/prose", 60)]
    [InlineData("predict/prose", 40)]
    [InlineData("idea/prose", 100)]
    [InlineData("reading/prose", 60)]
    public void Prose_has_a_limit_of_words(string part, int most)
    {
        Assert.Empty(NotebookAnatomy.Problems(Good.With(part, cell => cell with { Source = Words(most) })));
        Finds($"({part}) has {most + 1} words, and may have {most}", Good.With(part, cell => cell with { Source = Words(most + 1) }));
    }

    [Theory]
    [InlineData("world/code", 10)]
    [InlineData("code/code", 20)]
    [InlineData("chart/code", 3)]
    [InlineData("break/code", 10)]
    [InlineData("exercise/code", 20)]
    public void Code_has_a_limit_of_lines(string part, int most)
    {
        Assert.Empty(NotebookAnatomy.Problems(Good.With(part, cell => cell with { Source = Padded(cell.Source, most) })));
        Finds($"({part}) has {most + 1} lines, and may have {most}", Good.With(part, cell => cell with { Source = Padded(cell.Source, most + 1) }));
    }

    [Fact]
    public void A_check_has_four_lines() => Finds("has 5 lines for 1 checks", Good.With("check/code", cell => cell with { Source = Padded(cell.Source, 5) }));

    [Fact]
    public void Most_cells_of_code_are_short() =>
        Finds("the median cell of code has 9 lines", Good with { Cells = [.. Good.Cells.Select(cell => cell.Part is "code/code" or "exercise/code" or "world/code" or "break/code" ? cell with { Source = Padded(cell.Source, 9) } : cell)] });

    [Fact]
    public void An_idea_has_one_equation() => Finds("cell 6 (idea/prose) has more than one equation", Good.With("idea/prose", cell => cell with { Source = "$$a$$ and $$b$$" }));

    [Theory]
    [InlineData("Nothing.", 0)]
    [InlineData("- 1\n- 2\n- 3\n- 4\n- 5\n- 6", 6)]
    public void The_summary_has_one_to_five_bullets(string source, int bullets) => Finds($"has {bullets} bullets", Good.With("next/prose", cell => cell with { Source = source }));

    [Theory]
    [InlineData("Seed.Set(1);", "Seed.Set(2);")]
    [InlineData("\"../artifacts", "\"../../artifacts")]
    public void The_setup_is_the_same_everywhere(string ours, string theirs) =>
        Finds("is not the setup of all notebooks", Good.With("setup/code", cell => cell with { Source = cell.Source.Replace(ours, theirs, StringComparison.Ordinal) }));

    [Fact]
    public void A_check_checks() => Finds("cell 10 (check/code) has no Check.That", Good.With("check/code", cell => cell with { Source = "// later" }));

    [Fact]
    public void An_exercise_judges_itself() => Finds("has no Exercise.Try", Good.With("exercise/code", cell => cell with { Source = "var answer = 1;" }));

    [Fact]
    public void Four_charts_are_the_least() => Finds("3 cells of chart/code and world/code draw a chart", Good.With("chart/code", cell => cell with { Source = "Console.WriteLine(1)" }));

    [Fact]
    public void A_chart_that_is_drawn_is_shown() => Finds("cell 8 (chart/code) draws a chart that is not among its outputs", Good.With("chart/code", cell => cell with { SavedOutputs = [] }));

    [Theory]
    [InlineData("The error is 0.49 m.", "0.49")]
    [InlineData("The error is 0.484 m, 12 times better.", "12")]
    [InlineData("The error is 0.48371 m.", "0.48371")]
    [InlineData("The error is 2 m.", "2")]
    public void A_number_that_no_output_says_is_found(string reading, string number) =>
        Finds($"cell 9 (reading/prose) says {number}, which no output", Good.With("reading/prose", cell => cell with { Source = reading }));

    [Fact]
    public void Solutions_prove_every_answer() =>
        Assert.Contains("2 cells of exercise/code have a Check.That", Assert.Single(NotebookAnatomy.SolutionProblems(SampleNotebook.GoodSolutions.With("exercise/code", cell => cell with { Source = "1" }))), StringComparison.Ordinal);

    [Theory]
    [InlineData("saved to /home/somebody/x.csv")]
    [InlineData(@"saved to C:\Users\somebody\x.csv")]
    public void A_path_of_the_machine_is_found(string said) => Finds("shows a path of the machine", Good.With("check/code", cell => cell with { SavedOutputs = [SampleNotebook.Said(said)] }));

    [Fact]
    public void Two_cells_of_one_id_are_found() => Finds("the id 'cell-1' has to be there and to be its own", Good.With("check/code", cell => cell with { Id = "cell-1" }));

    [Fact]
    public void Another_kernel_is_found() => Finds("the kernel is 'python3'", Good with { Kernel = "python3" });

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_found() => Finds("the file has 1000001 bytes", Good with { Bytes = new byte[1_000_001] });

    private static void Finds(string problem, Notebook notebook) =>
        Assert.Contains(NotebookAnatomy.Problems(notebook), found => found.Contains(problem, StringComparison.Ordinal));

    private static string Words(int count) => "## A heading\n\n" + string.Join(' ', Enumerable.Repeat("word", count)) + "\n\n$$x = y$$";

    private static string Padded(string source, int lines) =>
        string.Join('\n', source.Split('\n').Concat(Enumerable.Repeat("// more", Math.Max(0, lines - source.Split('\n').Length)))) + "\n\n";
}
