namespace WorldModel.Notebooks.Model;

/// <summary>
/// A value in one or more forms (MIME type → text). <paramref name="IsResult"/> tells the cell's last expression
/// (<c>execute_result</c>) from a value displayed on the way (<c>display_data</c>).
/// </summary>
internal sealed record DataOutput(IReadOnlyDictionary<string, string> Data, bool IsResult) : Output;
