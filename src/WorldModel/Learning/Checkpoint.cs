using System.Globalization;
using WorldModel.Models;

namespace WorldModel.Learning;

/// <summary>The state of a training in a file, from which it goes on as if it had never been broken off.</summary>
internal sealed class Checkpoint
{
    private const string Format = "WorldModel checkpoint 1";

    private readonly string path;
    private readonly FitOptions options;
    private readonly BestWeights best;
    private readonly IStepMemory memory;
    private readonly IReadOnlyDictionary<string, string> identity;
    private int written = -1;

    private Checkpoint(string path, FitOptions options, BestWeights best, TrainingMaterial material)
    {
        (this.path, this.options, this.best, memory) = (path, options, best, material.Memory);
        identity = TrainingIdentity.Of(options, best.Parameters, material);
        RemoveHalfWritten();
    }

    /// <summary>That of a training, before its first epoch; null where none is asked for.</summary>
    internal static Checkpoint? Of(FitOptions options, BestWeights best, TrainingMaterial? material) =>
        options.Checkpoint is null ? null
        : material is null ? throw new ArgumentException("this training cannot be resumed: leave out its Checkpoint", nameof(options))
        : new(options.Checkpoint, options, best, material);

    /// <summary>Brings everything to where the file left it, if there is one.</summary>
    /// <returns>The epochs that were done.</returns>
    /// <exception cref="ModelFileException">The file is of another training, or of none.</exception>
    internal List<EpochLoss> Resume()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var file = TensorFile.Read(path);
        var log = ModelFileException.Naming(path, () => Restore(file));
        log.ForEach(epoch => best.IsBetter(epoch));
        written = log.Count;
        return log;
    }

    /// <summary>Writes the file where it is due.</summary>
    internal void Offer(List<EpochLoss> log)
    {
        if (log.Count % options.CheckpointEvery == 0)
        {
            Write(log);
        }
    }

    /// <summary>Writes the file after the last epoch, unless that is what it holds.</summary>
    internal void Write(List<EpochLoss> log)
    {
        if (log.Count != written)
        {
            using var scope = NewDisposeScope();
            Dictionary<string, string> texts = new(identity) { ["format"] = Format, ["log"] = EpochText.Write(log) };
            TensorFileWriter.Write(path, texts, Tensors());
            written = log.Count;
        }
    }

    private List<EpochLoss> Restore(TensorFile file)
    {
        RequireSame(file.Texts);
        using var scope = NewDisposeScope();
        var tensors = Tensors();
        file.Require(tensors);
        var log = EpochText.Read(file.Texts.GetValueOrDefault("log") ?? "");
        foreach (var (name, tensor) in tensors)
        {
            file.Tensors[name].CopyTo(tensor); // parameters and best weights themselves, and copies of all else
        }

        memory.Recall(tensors);
        RandomState.Load(tensors["random"]);
        return log;
    }

    private Dictionary<string, Tensor> Tensors()
    {
        Dictionary<string, Tensor> tensors = new() { ["random"] = RandomState.Save() };
        foreach (var (i, parameter) in best.Parameters.Index())
        {
            tensors[$"parameter.{i}"] = parameter;
            tensors[$"best.{i}"] = best.Copies[i];
        }

        foreach (var (name, value) in memory.Remember())
        {
            tensors.Add(name, value);
        }

        return tensors;
    }

    private void RequireSame(IReadOnlyDictionary<string, string> texts)
    {
        if (texts.GetValueOrDefault("format") != Format)
        {
            throw new InvalidDataException($"it is no checkpoint that this library can read: its header should say '{Format}'. Give the training another file");
        }

        foreach (var (name, value) in identity)
        {
            if (texts.GetValueOrDefault(name) is var found && found != value)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is the checkpoint of another training: its {name} is {found ?? "(none)"}, and here it is {value}. Give each training its own file, begin the program from its start, or delete the file to train anew"));
            }
        }
    }

    // What a program that was killed while it wrote has left.
    private void RemoveHalfWritten()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && Directory.Exists(folder))
        {
            Array.ForEach(Directory.GetFiles(folder, $"{Path.GetFileName(path)}.*.tmp"), File.Delete);
        }
    }
}
