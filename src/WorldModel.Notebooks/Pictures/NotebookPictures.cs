using System.ComponentModel;
using System.Net.WebSockets;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Pictures;

/// <summary>The pictures of one notebook's charts: saved ones, and those drawn while it is renewed.</summary>
internal sealed class NotebookPictures(NotebookResult result, ChartPainter? painter)
{
    private const int MostNamed = 3;

    private readonly Dictionary<string, PictureTag> _album = Saved(result.Notebook!);
    private readonly List<string> _failures = [];

    /// <summary>Which charts could not be drawn and why; null when all could.</summary>
    public string? Problem => _failures.Count == 0
        ? null
        : string.Join("; ", _failures.Take(MostNamed)) + (_failures.Count > MostNamed ? $"; and {_failures.Count - MostNamed} more" : "");

    public async Task<CellResult> RenewAsync(CellResult cell, CancellationToken cancellation)
    {
        var outputs = new List<Output>();
        foreach (var output in cell.Outputs)
        {
            outputs.Add(output is DataOutput data ? await RenewAsync(cell.Cell, data, cancellation) : output);
        }

        return cell with { Outputs = outputs };
    }

    private static Dictionary<string, PictureTag> Saved(Notebook notebook) => notebook.Cells
        .SelectMany(cell => cell.SavedOutputs.OfType<DataOutput>())
        .SelectMany(data => PictureTag.In(Form(data, "text/html")))
        .DistinctBy(picture => picture.Figure)
        .ToDictionary(picture => picture.Figure);

    private static string Form(DataOutput data, string mimeType) => data.Data.GetValueOrDefault(mimeType, "");

    private async Task<DataOutput> RenewAsync(Cell cell, DataOutput data, CancellationToken cancellation)
    {
        if (FigureMarkup.Find(Form(data, "text/html")) is not { } figure || PictureTag.In(figure.Html).Any(own => own.Figure == figure.Hash))
        {
            // No chart, or one that was not run again and has its picture.
            return data;
        }

        var picture = _album.GetValueOrDefault(figure.Hash) ?? await DrawAsync(cell, figure, Form(data, "text/plain"), cancellation);
        return picture is null ? data : data with { Data = new Dictionary<string, string>(data.Data) { ["text/html"] = figure.With(picture) } };
    }

    private async Task<PictureTag?> DrawAsync(Cell cell, FigureMarkup figure, string description, CancellationToken cancellation)
    {
        if (painter is null)
        {
            return null;
        }

        try
        {
            var assembly = Site.PlotlyAssemblies([result]).FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("no Plotly.NET.dll lies beside the libraries that the notebook references");
            var picture = PictureTag.Of(figure.Hash, await painter.DrawAsync(figure.Json, assembly, cancellation), description);
            _album.Add(picture.Figure, picture);
            return picture;
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException or WebSocketException or IOException or Win32Exception)
        {
            _failures.Add($"the chart \"{PictureTag.Cut(description, 60)}\" of cell {cell.Number} cannot be drawn: {e.Message}");
            return null;
        }
    }
}
