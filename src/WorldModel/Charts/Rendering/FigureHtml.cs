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
        narrow(data.layout,figure.clientWidth);
        return window.Plotly.newPlot(live,data);
        }
        // On a phone a legend at the side would leave half a chart, and a long title would be cut off.
        function narrow(layout,width){
        if(width>=560)return;
        var lines=[''],last=0;
        layout.title.text.replace(/<br>/g,' ').split(' ').forEach(function(word){
        if(lines[last]&&lines[last].length+word.length>width/8)lines[++last]=word;
        else lines[last]=lines[last]?lines[last]+' '+word:word;
        });
        layout.title.text=lines.join('<br>');layout.title.pad.t=14+10*last;layout.margin.t=46+22*last;
        if(layout.scene){
        var eye=layout.scene.camera.eye;layout.showlegend=false;eye.x*=1.7;eye.y*=1.7;eye.z*=1.7;
        }else if(layout.sliders){
        layout.legend.orientation='h';layout.legend.x=0;layout.legend.xanchor='left';layout.legend.yanchor='bottom';layout.margin.t+=26;
        }
        (layout.sliders||[]).forEach(function(slider){slider.x=0.34;slider.len=0.64;});
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
