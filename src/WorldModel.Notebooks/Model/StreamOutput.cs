namespace WorldModel.Notebooks.Model;

/// <summary>Text that a cell printed; <paramref name="Name"/> is <c>stdout</c> or <c>stderr</c>.</summary>
internal sealed record StreamOutput(string Name, string Text) : Output;
