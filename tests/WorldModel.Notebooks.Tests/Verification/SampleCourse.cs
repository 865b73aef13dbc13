using System.Text;
using System.Text.Json.Nodes;
using WorldModel.Notebooks.CommandLine;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.Tests.Verification;

/// <summary>A course of one notebook, its solutions and its data, on disk and without fault.</summary>
internal sealed class SampleCourse : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleCourse()
    {
        Write("data/world.csv", "height [m]\n1\n"u8.ToArray());
        Save(Notebook, SampleNotebook.Good.ToJson());
        Save(Solutions, SampleNotebook.GoodSolutions.ToJson());
        Stamp(Notebook);
        Stamp(Solutions);
    }

    public string Root => _folder.Path;

    public string Notebook => _folder.File("notebooks/01-sample.ipynb");

    public string Solutions => _folder.File("notebooks/solutions/01-sample.ipynb");

    public void Dispose() => _folder.Dispose();

    public void Write(string name, byte[] content) => _folder.Write($"notebooks/{name}", content);

    /// <summary>Changes the notebook as a text editor would: what is recorded of its run stays.</summary>
    public void Edit(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(File.ReadAllBytes(Notebook))!.AsObject();
        change(json);
        Save(Notebook, json);
    }

    public void EditCell(string id, Action<JsonObject> change) =>
        Edit(json => change(json["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == id)!.AsObject()));

    /// <summary>Records a run, as if the notebook had been executed as it is now.</summary>
    public void Stamp(string path)
    {
        var notebook = NotebookReader.Read(path);
        File.WriteAllBytes(path, StampWriter.Write(notebook, Stamping.Of(notebook, TimeSpan.FromSeconds(12.4), 345_600_000, new(2026, 11, 30))));
    }

    public (int ExitCode, string Output) Verify()
    {
        using var output = new StringWriter();
        var code = new Verifier(output).Run([_folder.File("notebooks"), _folder.File("notebooks/solutions")]);
        return (code, output.ToString().ReplaceLineEndings("\n"));
    }

    private void Save(string path, JsonObject json) =>
        Write(Path.GetRelativePath(_folder.File("notebooks"), path), Encoding.UTF8.GetBytes(JsonPrinter.Print(json, JsonStyle.Jupyter, 0)));
}
