namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>A chart in the shape that the library's charts have: a picture that a script replaces where scripts run.</summary>
internal static class ChartHtml
{
    public const string Line = """
        <figure class="wm-chart"><svg viewBox="0 0 640 360" width="640" role="img" aria-label="A falling apple"><path d="M40 40 Q 300 60 600 320" fill="none" stroke="green" stroke-width="3"/></svg>
        <script type="application/json">{"data":[{"x":[0,1,2],"y":[5,4,0],"mode":"lines","name":"truth"}],"layout":{"height":360,"title":{"text":"a < b & c"}}}</script>
        <script>(function (script) {
          if (!window.Plotly) { return; }
          var figure = script.parentElement, chart = document.createElement('div');
          var plot = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
          figure.querySelector('svg').replaceWith(chart);
          Plotly.newPlot(chart, plot.data, plot.layout, { responsive: true });
        })(document.currentScript);</script></figure>
        """;
}
