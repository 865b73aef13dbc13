using System.Text.RegularExpressions;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Verification;

/// <summary>Every saved chart shows everywhere: as a picture where no script runs, and in the form that editors draw themselves.</summary>
internal static partial class PictureRules
{
    private const string Chart = "class=\"wm-chart\"";
    private const string Plotly = "application/vnd.plotly.v1+json";

    public static IEnumerable<string> Problems(Notebook notebook) =>
        from cell in notebook.Cells
        from output in cell.SavedOutputs.OfType<DataOutput>()
        where output.Data.TryGetValue("text/html", out var html) && html.Contains(Chart, StringComparison.Ordinal)
        from missing in Missing(output)
        select $"{cell.Named} has a chart without {missing}";

    private static IEnumerable<string> Missing(DataOutput chart)
    {
        if (!Picture().IsMatch(chart.Data["text/html"]))
        {
            yield return "a picture of it (an <img> with an alt text), so that it is blank where no script runs";
        }

        if (!chart.Data.ContainsKey(Plotly))
        {
            yield return $"its form {Plotly}, which editors draw";
        }
    }

    [GeneratedRegex("<img\\b[^>]*\\salt=\"[^\"]*[^\"\\s][^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();
}
