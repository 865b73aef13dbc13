namespace WorldModel.Charts;

/// <summary>Coordinates of one body or series in every frame [frame][point].</summary>
/// <param name="Trace">Its number: bodies first, then series.</param>
/// <param name="X">Along x; null where it never changes, because a frame then need not say it.</param>
/// <param name="Y">Along y, likewise.</param>
/// <param name="Z">Along z, likewise, and null in a flat drawing.</param>
internal sealed record Track(int Trace, double[][]? X, double[][]? Y, double[][]? Z);
