using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Pictures;

/// <summary>The empty page on which charts are drawn, in a folder of its own beside plotly.js.</summary>
internal sealed class ChartStage : IDisposable
{
    /// <summary>Width of a chart [CSS px]: what notebook pages leave for their cells.</summary>
    public const int Width = 800;

    // The mode bar would be in the picture; a scene is blank until its canvas was painted, so it is said where it is.
    private static readonly string Page = $$"""
        <!DOCTYPE html>
        <meta charset="utf-8">
        <style>body{margin:0;background:#fff}</style>
        <div id="chart" style="width:{{Width}}px"></div>
        <script src="{{PlotlyAsset.FileName}}"></script>
        <script>
        async function draw(figure) {
          const chart = document.getElementById('chart');
          await Plotly.newPlot(chart, { ...figure, config: { ...figure.config, displayModeBar: false, responsive: false } });
          await document.fonts.ready;
          const box = element => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
          };
          return { ...box(chart.querySelector('.svg-container')), scenes: [...chart.querySelectorAll('.gl-container canvas')].map(box) };
        }
        </script>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wm-pictures-");
    private readonly Dictionary<string, Uri> _pages = [];

    /// <summary>The page with the plotly.js of this assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly carries none.</exception>
    public Uri PageWith(string plotlyAssembly)
    {
        if (!_pages.TryGetValue(plotlyAssembly, out var page))
        {
            var folder = _folder.CreateSubdirectory($"{_pages.Count}").FullName;
            if (!PlotlyAsset.Write(plotlyAssembly, folder))
            {
                throw new InvalidOperationException($"{plotlyAssembly} carries no plotly.js");
            }

            var file = Path.Combine(folder, "chart.html");
            File.WriteAllText(file, Page);
            _pages[plotlyAssembly] = page = new(file);
        }

        return page;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
