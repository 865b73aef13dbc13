namespace WorldModel;

/// <summary>One measured or commanded quantity, such as ("height", "m").</summary>
/// <param name="Name">What it is called in tables, charts and messages.</param>
/// <param name="Unit">Its SI unit as text, "" when it has none.</param>
public sealed record Channel(string Name, string Unit)
{
    /// <summary>Name and unit as a chart's axis or a table's header shows them: <c>height [m]</c>.</summary>
    public string Label => Unit.Length == 0 ? Name : $"{Name} [{Unit}]";
}
