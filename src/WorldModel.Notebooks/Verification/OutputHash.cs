using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification;

/// <summary>A short hash of what a notebook's outputs say, however the file is laid out.</summary>
internal static class OutputHash
{
    public static string Of(Notebook notebook)
    {
        using var digest = new Digest();
        foreach (var cell in notebook.Cells.Where(cell => cell.HasCode || (cell.Kind == CellKind.Code && cell.SavedOutputs.Count > 0)))
        {
            digest.Add($"{cell.SavedOutputs.Count} outputs");
            foreach (var part in cell.SavedOutputs.SelectMany(Parts))
            {
                digest.Add(part);
            }
        }

        return digest.ToString();
    }

    private static IEnumerable<string> Parts(Output output) => output switch
    {
        StreamOutput stream => ["stream", stream.Name, stream.Text],
        ErrorOutput error => ["error", error.Name, error.Value, $"{error.Traceback.Count} lines", .. error.Traceback],
        DataOutput data => [data.IsResult ? "result" : "display", $"{data.Data.Count} forms", .. data.Data.OrderBy(form => form.Key, StringComparer.Ordinal).SelectMany(Form)],
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static string[] Form(KeyValuePair<string, string> form) =>
        [form.Key, OutputReader.IsJson(form.Key) ? CanonicalJson.Of(form.Value) : form.Value];
}
