using System.Globalization;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// Numbers of a model that only code can describe, such as a <see cref="HybridTwin"/> with its law, or what was calibrated in
/// <see cref="Worlds.Equations"/> together with their <see cref="Correction"/>: safetensors, as in <see cref="ModelFile"/>. The
/// file holds no equations: who loads it builds the same model first, from the same code and any runs of the same kind, and
/// then gets every number back, the scales included.
/// </summary>
public static class WeightsFile
{
    private const string Format = "WorldModel weights";
    private const int Version = 1;

    /// <summary>Writes all parameters and buffers of a module; a file of that name is replaced, as a whole or not at all.</summary>
    /// <param name="module">What to save, with all modules inside it.</param>
    /// <param name="path">Usually ends in <c>.safetensors</c>.</param>
    /// <exception cref="ArgumentException">It has neither parameters nor buffers.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Save(nn.Module module, string path) => Save(module.state_dict(), path);

    /// <summary>Writes named tensors, such as the parameters of a calibrated law; a file of that name is replaced, as a whole or not at all.</summary>
    /// <param name="tensors">Tensors by name.</param>
    /// <param name="path">Usually ends in <c>.safetensors</c>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Save(IReadOnlyDictionary<string, Tensor> tensors, string path)
    {
        if (tensors.Count == 0)
        {
            throw new ArgumentException("there is no number to save: no parameter and no buffer; a module knows only what was registered with it (RegisterComponents)", nameof(tensors));
        }

        Dictionary<string, string> texts = new() { ["format"] = Format, ["format_version"] = Version.ToString(CultureInfo.InvariantCulture) };
        TensorFileWriter.Write(path, texts, tensors);
    }

    /// <summary>Fills a module with the numbers of a file: all of them, or after an error none.</summary>
    /// <param name="module">A module of the same architecture and type of numbers, on any device.</param>
    /// <param name="path">What <see cref="Save(nn.Module, string)"/> wrote.</param>
    /// <exception cref="ModelFileException">There is no such file, or it holds other tensors; the message says which.</exception>
    /// <exception cref="NativeLibraryException">libtorch cannot be loaded on this machine; the message says why.</exception>
    public static void LoadInto(nn.Module module, string path) => LoadInto(module.state_dict(), path);

    /// <summary>Fills named tensors with the numbers of a file: all of them, or after an error none.</summary>
    /// <param name="tensors">Tensors of the same names, shapes and types.</param>
    /// <param name="path">What <see cref="Save(IReadOnlyDictionary{string, Tensor}, string)"/> wrote.</param>
    /// <exception cref="ModelFileException">There is no such file, or it holds other tensors; the message says which.</exception>
    /// <exception cref="NativeLibraryException">libtorch cannot be loaded on this machine; the message says why.</exception>
    public static void LoadInto(IReadOnlyDictionary<string, Tensor> tensors, string path)
    {
        TorchLibrary.EnsureLoaded();
        var file = TensorFile.Read(path);
        ModelFileException.Naming(path, () => Fill(tensors, file));
    }

    private static int Fill(IReadOnlyDictionary<string, Tensor> tensors, TensorFile file)
    {
        RequireWeights(file.Texts);
        file.Require(tensors, "it was saved from another model; build the one that it was saved from, or train and save this one");
        foreach (var (name, tensor) in tensors)
        {
            file.Tensors[name].CopyTo(tensor);
        }

        return tensors.Count;
    }

    private static void RequireWeights(IReadOnlyDictionary<string, string> texts)
    {
        if (texts.GetValueOrDefault("format") != Format)
        {
            throw new InvalidDataException(
                $"it is a safetensors file, but not one that {nameof(WeightsFile)}.{nameof(Save)} wrote: its header says nothing of '{Format}'. A whole model is read by {nameof(ModelFile)}.{nameof(ModelFile.Load)}");
        }

        var version = texts.GetValueOrDefault("format_version");
        if (version != Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidDataException($"it is of format version '{version}', and this library reads {Version}: update the library");
        }
    }
}
