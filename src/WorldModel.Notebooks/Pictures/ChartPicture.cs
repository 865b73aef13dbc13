namespace WorldModel.Notebooks.Pictures;

/// <summary>A drawn chart.</summary>
/// <param name="Png">The file's bytes.</param>
/// <param name="Width">Width on a page [CSS px].</param>
/// <param name="Height">Height on a page [CSS px].</param>
internal sealed record ChartPicture(byte[] Png, int Width, int Height);
