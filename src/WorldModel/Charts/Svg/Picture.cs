namespace WorldModel.Charts;

/// <summary>A drawing as a picture that needs no script.</summary>
internal static class Picture
{
    internal static string Of(Drawing drawing)
    {
        PictureFrame frame = new(drawing);
        Svg svg = new();
        var height = drawing.Height + Math.Max(0, frame.Bottom - 38);
        height = drawing.Z is null ? height : Math.Min(height, frame.Top + frame.Bottom + DeepPicture.HeightOf(drawing));
        var area = (Top: frame.Top, Height: height - frame.Top - frame.Bottom);
        if (drawing.Z is null)
        {
            new FlatPicture(drawing, area.Top, area.Height).Draw(svg);
        }
        else
        {
            new DeepPicture(drawing, area.Top, area.Height).Draw(svg);
        }

        frame.Draw(svg, height);
        return svg.Close(PictureFrame.Width, height, Contents.Describe(drawing));
    }
}
