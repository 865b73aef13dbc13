using System.IO.Compression;
using System.Text;

namespace WorldModel.Charts;

/// <summary>
/// A figure for a page: a picture that shows without scripts, and the chart that replaces it where they run. The chart's
/// data is packed, because a saved notebook holds it a second time as <see cref="FigureFormatterSource.PlotlyMimeType"/>.
/// </summary>
internal static class FigureHtml
{
    // Some hosts run a script elsewhere than where it was written, so it then serves all figures that none has drawn yet.
    // A figure may be filled before it is on the page, and plotly.js may come after it: both are waited for.
    private const string Bootstrap = """
        (function(){
        var script=document.currentScript,own=script&&script.closest&&script.closest('figure.wm-chart'),until=Date.now()+20000;
        function draw(figure){
        if(figure.dataset.wmDrawn)return;
        figure.dataset.wmDrawn='1';
        var live=figure.querySelector('.wm-live'),picture=figure.querySelector('.wm-static');
        Promise.resolve(figure.querySelector('.wm-data').textContent).then(unpack).then(show).then(follow).catch(fail);
        function unpack(text){
        var bytes=Uint8Array.from(atob(text),function(letter){return letter.charCodeAt(0);});
        return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
        }
        function show(data){
        var drawn=picture.firstElementChild;
        live.setAttribute('role','group');live.setAttribute('aria-label',drawn.getAttribute('aria-label')||drawn.getAttribute('alt'));
        live.style.width='100%';live.style.overflow='hidden';live.style.height=data.layout.height+'px';picture.style.display='none';
        return window.Plotly.newPlot(live,data);
        }
        // The column may change its width without the window doing so: a scroll bar, a side panel.
        function follow(){
        if(window.ResizeObserver)new ResizeObserver(function(){if(live.clientWidth)window.Plotly.Plots.resize(live);}).observe(figure);
        }
        function fail(error){live.style.display='none';picture.style.display='';console.warn('chart not drawn',error);}
        }
        function attempt(){
        var figures=own?[own]:Array.prototype.slice.call(document.querySelectorAll('figure.wm-chart:not([data-wm-drawn])'));
        var ready=window.Plotly?figures.filter(function(figure){return figure.isConnected&&figure.clientWidth>0;}):[];
        ready.forEach(draw);
        if(ready.length<Math.max(1,figures.length)&&Date.now()<until)setTimeout(attempt,100);
        }
        attempt();
        })();
        """;

    internal static string Of(Figure figure, string svg, PlotlyLibrary library) =>
        $"""
        <figure class="wm-chart" style="margin:0.5em 0;max-width:100%">
        <div class="wm-static">{svg}</div>
        <div class="wm-live"></div>
        <script type="application/zlib" class="wm-data">{Packed(figure.ToJson())}</script>
        {library.ScriptFor(figure)}<script>{Bootstrap}</script>
        </figure>
        """;

    // Base64 needs no escape in HTML, and no escape in the JSON of a notebook either.
    private static string Packed(string json)
    {
        using MemoryStream packed = new();
        using (ZLibStream packing = new(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(Encoding.UTF8.GetBytes(json));
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
