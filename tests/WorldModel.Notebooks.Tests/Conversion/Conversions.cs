using WorldModel.Notebooks.Conversion;
using WorldModel.Notebooks.Conversion.Code;
using WorldModel.Notebooks.Conversion.Prose;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Conversion;

/// <summary>Converts notebooks of a few cells in this process.</summary>
internal static class Conversions
{
    public static string Reference { get; } = $"#r \"{Repository.Library.Replace('\\', '/')}\"";

    public static string App(params string[] cells) => Convert(ConversionForm.App, Of(cells)).Text;

    public static string Script(params string[] cells) => Convert(ConversionForm.Script, Of(cells)).Text;

    public static string Problem(params string[] cells) => Assert.Throws<NotebookProblem>(() => App(cells)).Message;

    /// <summary>The app's own code, without header, usings and the lines that every app has.</summary>
    public static string Body(params string[] cells)
    {
        var app = App(cells);
        var start = app.IndexOf("// ── 2", StringComparison.Ordinal);
        return app[start..app.IndexOf("WorldModel.Display.Album.OfProgram.Close", StringComparison.Ordinal)];
    }

    public static NotebookJson Of(params string[] cells) => cells.Aggregate(NotebookJson.Empty.Code(Reference, "setup"), (notebook, cell) => notebook.Code(cell));

    public static Converted Convert(ConversionForm form, NotebookJson notebook)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("notebooks/01-small.ipynb", notebook);
        var target = new ConversionTarget(NotebookReader.Read(path), folder.File("out"), form, new Dictionary<string, string>());
        return form switch
        {
            ConversionForm.App => AppWriter.Write(target),
            ConversionForm.Script => ScriptWriter.Write(target),
            _ => MarkdownWriter.Write(target),
        };
    }
}
