using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Cache;

/// <summary>
/// The last passed run of each notebook, a file each. Whatever else lies in the folder, or was damaged there, counts as
/// nothing: a cache may cost time, never a run.
/// </summary>
internal sealed class RunCache(string folder)
{
    public const string DefaultFolder = "artifacts/runs";
    private const string Form = "worldmodel-run-1";

    private static readonly JsonSerializerOptions Json = new()
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameOutputs } },
    };

    public CachedRun? Load(string notebookPath)
    {
        try
        {
            var content = File.ReadAllText(Entry(notebookPath)).Split('\n', 2);
            return content is [var seal, var json] && seal == Seal(json) ? Valid(JsonSerializer.Deserialize<CachedRun>(json, Json), notebookPath) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Store(NotebookResult result, RunKey key)
    {
        Directory.CreateDirectory(folder);
        var json = JsonSerializer.Serialize(CachedRun.Of(result, key), Json);
        WholeFile.Write(Entry(result.Path), Encoding.UTF8.GetBytes($"{Seal(json)}\n{json}"));
    }

    private static CachedRun? Valid(CachedRun? run, string notebookPath) =>
        run is not null && run.Path == Path.GetFullPath(notebookPath) && run.Cells.Select(cell => cell.Seconds).Append(run.Seconds).All(seconds => seconds is >= 0 and < 1e9) ? run : null;

    private static string Seal(string json) => $"{Form} {Digest.Of(json)}";

    private string Entry(string notebookPath)
    {
        var path = Path.GetFullPath(notebookPath);
        return Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(path)}-{Digest.Of(path)}.run");
    }

    private static void NameOutputs(JsonTypeInfo type)
    {
        if (type.Type == typeof(Output))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                DerivedTypes = { new(typeof(StreamOutput), "stream"), new(typeof(DataOutput), "data"), new(typeof(ErrorOutput), "error") },
            };
        }
    }
}
