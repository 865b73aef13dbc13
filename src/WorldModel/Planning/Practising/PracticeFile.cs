using System.Security.Cryptography;
using WorldModel.Models;

namespace WorldModel.Planning;

/// <summary>All of a practice in a file: log, runs, networks and where the random numbers stand.</summary>
internal sealed class PracticeFile
{
    private const string Format = "WorldModel practice 1";
    private const string Start = "random numbers at the start";
    private const string Kind = "practice";
    private const string Random = "random";

    private readonly string path;
    private readonly string identity;
    private readonly string start;

    /// <summary>The file of a practice that begins now.</summary>
    internal PracticeFile(string path, string identity)
    {
        using var random = RandomState.Save();
        (this.path, this.identity) = (path, identity);
        start = Convert.ToHexStringLower(SHA256.HashData(random.bytes));
    }

    /// <summary>Brings everything to where the file left it, if there is one.</summary>
    /// <returns>The log.</returns>
    /// <exception cref="ModelFileException">The file is of another practice, or of none.</exception>
    internal IReadOnlyList<PracticeRow> Resume(IDynamics world, Replay replay, Learner learner) =>
        File.Exists(path) ? ModelFileException.Naming(path, () => Restore(TensorFile.Read(path), world, replay, learner)) : [];

    /// <summary>Writes beside the file and moves it into place.</summary>
    internal void Write(IReadOnlyList<PracticeRow> rows, Replay replay, Learner learner)
    {
        using var scope = NewDisposeScope();
        Dictionary<string, string> texts = new() { ["format"] = Format, [Kind] = identity, [Start] = start, ["log"] = string.Join(';', rows.Select(row => row.Write())) };
        Dictionary<string, Tensor> tensors = new() { [Random] = RandomState.Save() };
        foreach (var (i, run) in replay.Runs.Index())
        {
            (tensors[$"run.{i}.states"], tensors[$"run.{i}.actions"]) = (run.States, run.Actions);
        }

        learner.Numbers().ToList().ForEach(number => tensors.Add(number.Name, number.Value));
        TensorFileWriter.Write(path, texts, tensors);
    }

    private IReadOnlyList<PracticeRow> Restore(TensorFile found, IDynamics world, Replay replay, Learner learner)
    {
        RequireSame(found.Texts);
        using var scope = NewDisposeScope();
        IReadOnlyList<PracticeRow> rows = [.. found.Texts["log"].Split(';').Select(PracticeRow.Read)];
        for (var run = 0; run < rows.Count; run++)
        {
            replay.Add(new(world.State, world.Action, Tensor(found, $"run.{run}.states"), Tensor(found, $"run.{run}.actions"), world.Dt));
        }

        if (found.Tensors.Keys.Any(name => name.StartsWith("model.", StringComparison.Ordinal)))
        {
            learner.Renew(replay.OneByOne());
            learner.Numbers().ToList().ForEach(number => Stored(found, number.Name).CopyTo(number.Value));
        }

        RandomState.Load(Tensor(found, Random));
        return rows;
    }

    private void RequireSame(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (name, value) in new[] { ("format", Format), (Kind, identity), (Start, start) })
        {
            if (texts.GetValueOrDefault(name) is var other && other != value)
            {
                throw new InvalidDataException(
                    $"it is of another practice: its {name} is {other ?? "(none)"}, and here it is {value}. Give each practice its own file, begin the program from its start, or delete the file to practise anew");
            }
        }
    }

    private static StoredTensor Stored(TensorFile found, string name) =>
        found.Tensors.GetValueOrDefault(name) ?? throw new InvalidDataException($"it lacks '{name}': delete the file to practise anew");

    private static Tensor Tensor(TensorFile found, string name)
    {
        var stored = Stored(found, name);
        var tensor = empty(stored.Shape, stored.Type);
        stored.CopyTo(tensor);
        return tensor;
    }
}
