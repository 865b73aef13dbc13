using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>What a cell is in a notebook of the course, as its tags say.</summary>
internal static class CourseCells
{
    /// <summary>Tags that tell the runner how to treat a cell; they stand behind the one that says what it is.</summary>
    private static readonly string[] RunnerTags = [CellTags.RaisesException, CellTags.Slow];

    extension(Notebook notebook)
    {
        /// <summary>Cells of one part, such as <c>reading/prose</c>.</summary>
        public IEnumerable<Cell> Part(string part) => notebook.Cells.Where(cell => cell.Part == part);
    }

    extension(Cell cell)
    {
        /// <summary>What the cell is for and whether it is code, as <c>reading/prose</c>; <c>/code</c> where its tags do not say.</summary>
        public string Part => $"{cell.Tag}/{(cell.Kind == CellKind.Code ? "code" : "prose")}";

        /// <summary>Number and part.</summary>
        public string Named => $"cell {cell.Number} ({cell.Part})";

        /// <summary>Lines that are not blank.</summary>
        public int Lines => cell.Source.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));

        /// <summary>All that the cell said as text: streams, and the plain form of values.</summary>
        public string Said => string.Join('\n', cell.SavedOutputs.Select(TextOf));

        private string Tag => cell.Tags is [var first, ..] && !RunnerTags.Contains(first) && cell.Tags.Skip(1).All(RunnerTags.Contains) ? first : "";
    }

    private static string TextOf(Output output) => output switch
    {
        StreamOutput stream => stream.Text,
        DataOutput data => data.Data.GetValueOrDefault("text/plain", ""),
        _ => "",
    };
}
