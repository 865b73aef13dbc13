namespace WorldModel.Notebooks.Tests.Conversion;

/// <summary>A small notebook with everything that a conversion changes, converted and run in each form.</summary>
public sealed class SmallConversion : IAsyncLifetime
{
    internal TemporaryFolder Folder { get; } = new();

    internal ConvertedForms Forms { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Folder.Write("notebooks/data/numbers.txt", "1\n2\n3\n");
        var path = Folder.Write("notebooks/01-small.ipynb", Notebook());
        Forms = await ConvertedForms.RunAsync(Folder, path);
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static NotebookJson Notebook() => NotebookJson.Empty
        .Markdown("# A small notebook\n\nDoes it leave?", "title")
        .Code($"{Conversions.Reference}\nusing WorldModel; using WorldModel.Display;\nusing WorldModel.Evaluation; using WorldModel.Charts;\nSeed.Set(1);", "setup")
        .Code("const int scale = 2;\nvar result = File.ReadAllLines(\"data/numbers.txt\").Select(double.Parse).ToArray();\nint total;")
        .Code("var box = new Box(result.Sum());\nrecord Box(double Value) { public double Scaled => scale * Value; }\ntotal = (int)box.Scaled;\nbox.Scaled")
        .Code("using System.Numerics;\nvar result = await Task.FromResult(new Vector3(total));\nnew Table([\"a\"], [[\"1\"]]).Display();\nHistogramChart.Draw(\"A <chart> & more\", \"value [m]\", (\"one\", [1, 2, 2, 3]))")
        .Code("Check.That(\"Twice six are twelve\",\n    result.X == 12, [(\"result\", result.X), (\"of\", new { result }.result.Y)]);", "check")
        .Code("Exercise.Try(\"an answer\", total > 100, \"more\");");
}
