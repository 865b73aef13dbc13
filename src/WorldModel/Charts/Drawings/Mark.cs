namespace WorldModel.Charts;

/// <summary>How the points of a series are drawn.</summary>
internal enum Mark
{
    Line,
    Points,
    Bars,
    Labels,
    Area,
}
