namespace WorldModel.Notebooks.Rendering.Prose;

internal sealed record PageHeading(string Anchor, string Text);
