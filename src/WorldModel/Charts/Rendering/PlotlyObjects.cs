using DynamicObj;

namespace WorldModel.Charts;

/// <summary>Plotly.NET's objects take any attribute by its name in plotly.js, which spares their calls of many arguments.</summary>
internal static class PlotlyObjects
{
    /// <summary>Sets attributes; one that is null is left out, which means Plotly's default.</summary>
    internal static T Set<T>(this T target, Dictionary<string, object?> attributes) where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in attributes.Where(attribute => attribute.Value is not null))
        {
            target.SetProperty(name, value);
        }

        return target;
    }
}
