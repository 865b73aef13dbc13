namespace WorldModel.Notebooks.Model;

internal enum CellKind
{
    Markdown,
    Code,
    Raw,
}
