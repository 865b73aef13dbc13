using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>
/// Learned models in files: safetensors, which any tool of the field reads and which hold numbers and texts and no code, so
/// that a file from anybody can be loaded without fear. The header says what the model is: its kind and architecture,
/// channels with units, the time step and the library's version.
/// </summary>
public static class ModelFile
{
    /// <summary>Writes a model as it is now; a file of that name is replaced, as a whole or not at all.</summary>
    /// <param name="model">What to save.</param>
    /// <param name="path">Usually ends in <c>.safetensors</c>.</param>
    /// <exception cref="ArgumentException">No file could be loaded back to this kind of model.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Save(ILearned model, string path)
    {
        if (!LearnedKinds.Names.Contains(model.Blueprint.Kind))
        {
            throw new ArgumentException($"a model of kind '{model.Blueprint.Kind}' could not be loaded back; files hold {string.Join(", ", LearnedKinds.Names)}", nameof(model));
        }

        TensorFileWriter.Write(path, BlueprintText.Write(model.Blueprint), Module(model).state_dict());
    }

    /// <summary>Reads a model whatever its kind. Random numbers go on as if nothing had been loaded.</summary>
    /// <exception cref="ModelFileException">There is no such file, or it does not hold a model of this library; the message says what is wrong.</exception>
    /// <exception cref="NativeLibraryException">libtorch cannot be loaded on this machine; the message says why.</exception>
    public static ILearned Load(string path)
    {
        TorchLibrary.EnsureLoaded();
        var file = TensorFile.Read(path);
        return ModelFileException.Naming(path, () => Build(file));
    }

    /// <summary>Reads a model of a kind.</summary>
    /// <exception cref="ModelFileException">There is no such file, or it does not hold a model of that kind; the message says what is wrong.</exception>
    public static T Load<T>(string path) where T : class, ILearned
    {
        var model = Load(path);
        if (model is T wanted)
        {
            return wanted;
        }

        Module(model).Dispose();
        throw new ModelFileException($"{path} cannot be used: it holds a {model.Blueprint.Kind}, not a {typeof(T).Name}; ask for {nameof(Load)}<{model.Blueprint.Kind}>");
    }

    private static ILearned Build(TensorFile file)
    {
        var blueprint = BlueprintText.Read(file.Texts) with { Room = file.Tensors.Values.Sum(tensor => tensor.Shape.Aggregate(1L, (product, side) => product * side)) };
        using var random = RandomState.Keep();
        using var scope = NewDisposeScope();
        var model = LearnedKinds.Make(blueprint);
        try
        {
            Fill(Module(model), file);
        }
        catch
        {
            Module(model).Dispose();
            throw;
        }

        return model;
    }

    private static void Fill(nn.Module module, TensorFile file)
    {
        // A new model is of 32-bit floats; its numbers tell what it shall be.
        if (file.Tensors.Values.All(tensor => tensor.Type == ScalarType.Float64))
        {
            module.to(ScalarType.Float64);
        }

        var tensors = module.state_dict();
        file.Require(tensors);
        foreach (var (name, tensor) in tensors)
        {
            file.Tensors[name].CopyTo(tensor);
        }

        foreach (var tensor in module.parameters().Concat(module.buffers()))
        {
            tensor.DetachFromDisposeScope();
        }
    }

    private static nn.Module Module(ILearned model) => model as nn.Module
        ?? throw new ArgumentException($"a learned model is a TorchSharp module, and {model.GetType().Name} is none", nameof(model));
}
