using System.IO.Compression;
using System.Text;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Pictures;

namespace WorldModel.Notebooks.Tests.Pictures;

/// <summary>Charts in the shape that the library writes them, and results that show them.</summary>
internal static class SampleFigure
{
    public const string Simple = "<svg role=\"img\" aria-label=\"simple\"></svg>";

    public const string Line = """{"data":[{"type":"scatter","x":[0,1],"y":[0,1]}],"layout":{"height":300,"title":{"text":"line"}},"frames":[],"config":{"responsive":true}}""";

    public const string Scene = """{"data":[{"type":"mesh3d","x":[0,1,0,0],"y":[0,0,1,0],"z":[0,0,0,1],"i":[0,0,0,1],"j":[1,1,2,2],"k":[2,3,3,3],"color":"red"}],"layout":{"height":320},"frames":[],"config":{}}""";

    public static string Html(string json) => $"""
        <figure class="wm-chart">
        <div class="wm-static">{Simple}</div>
        <div class="wm-live"></div>
        <script type="application/zlib" class="wm-data">{Packed(json)}</script>
        </figure>
        """;

    public static DataOutput Output(string json, string text = "[kind] title: contents") =>
        new(new Dictionary<string, string> { ["text/html"] = Html(json), ["text/plain"] = text }, IsResult: true);

    /// <summary>A notebook with a cell for each chart, as if it had just run.</summary>
    public static NotebookResult Result(TemporaryFolder folder, params DataOutput[] charts)
    {
        var json = charts.Aggregate(NotebookJson.Empty.Code($"#r \"{Repository.Library}\""), (notebook, _) => notebook.Code("chart"));
        var notebook = NotebookReader.Read(folder.Write("charts.ipynb", json));
        return new(notebook.Path, notebook, [.. notebook.Cells.Select((cell, i) => new CellResult(cell, i == 0 ? [] : [charts[i - 1]], TimeSpan.Zero))]);
    }

    /// <summary>The same, once its outputs were saved and read again.</summary>
    public static NotebookResult Saved(NotebookResult result)
    {
        NotebookWriter.Save(result.Path, NotebookWriter.Write(result.Notebook!, result.Cells.Select((cell, i) => new CellOutputs(cell.Cell.Number, i + 1, cell.Outputs))));
        return result with { Notebook = NotebookReader.Read(result.Path) };
    }

    public static string[] Shown(NotebookResult result) => [.. result.Cells.SelectMany(cell => cell.Outputs).OfType<DataOutput>().Select(data => data.Data["text/html"])];

    public static PictureTag Picture(string json, string text = "words") => PictureTag.Of(FigureMarkup.Find(Html(json))!.Hash, new([1, 2, 3], 800, 300), text);

    private static string Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.UTF8.GetBytes(json));
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
