using WorldModel.Models;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Models.Saving;

/// <summary>Whole safetensors files that are no model of this library, or one that it cannot build.</summary>
public sealed class ModelFileErrorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ResidualMlp model = (ResidualMlp)LearnedSamples.Make(nameof(ResidualMlp)).Model;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("format", null, "it is a safetensors file, but not of a model that ModelFile.Save wrote")]
    [InlineData("format_version", "2", "format version '2'")]
    [InlineData("format_version", "2", "this library reads up to 1: update the library")]
    [InlineData("format_version", "one", "format version 'one'")]
    [InlineData("kind", null, "its header lacks 'kind': save the model anew")]
    [InlineData("kind", "Transformer", "it holds a model of kind 'Transformer', and this library knows AutoregressiveMlp, ")]
    [InlineData("kind", "AutoregressiveMlp", "its frames is ''")]
    [InlineData("dt", "NaN", "its time step is 'NaN' and should be a positive number of seconds")]
    [InlineData("dt", "-1", "its time step is '-1'")]
    [InlineData("state", "[[\"angle\"]]", "the channels of its state cannot be read")]
    [InlineData("state", "[null]", "the channels of its state cannot be read")]
    [InlineData("state", "7", "the channels of its state cannot be read")]
    [InlineData("state", "[[\"angle\",\"rad\"]]", "is F32 [8, 3] and should be F32 [8, 2]")]
    [InlineData("option.width", "7", "tensor 'change.0.bias' is F32 [8] and should be F32 [7]")]
    [InlineData("option.width", "eight", "its width is 'eight' and should be a positive whole number")]
    [InlineData("option.width", "0", "its width is '0' and should be a positive whole number")]
    [InlineData("option.width", "2000000000", "2 layers of width 2000000000 need at least 4000000002000000000 numbers and there are 130")]
    [InlineData("option.depth", "1", "it has too many tensors: 'change.4.bias', 'change.4.weight'")]
    [InlineData("option.depth", "2000000000", "2000000000 layers of width 8 need")]
    public void Each_text_that_makes_no_model_is_refused_with_file_reason_and_advice(string key, string? value, string reason)
    {
        var texts = BlueprintText.Write(model.Blueprint);
        texts.Remove(key);
        if (value is not null)
        {
            texts[key] = value;
        }

        AssertRefused(reason, texts, model.state_dict());
    }

    [Fact]
    public void A_missing_tensor_and_one_too_many_are_named()
    {
        var (texts, tensors) = (BlueprintText.Write(model.Blueprint), model.state_dict());
        tensors.Remove("mean");
        AssertRefused("it lacks 'mean'", texts, tensors);
        (tensors["mean"], tensors["extra"]) = (zeros(3), zeros(1));
        AssertRefused("it has too many tensors: 'extra'", texts, tensors);
    }

    [Fact]
    public void Numbers_of_another_type_are_refused()
    {
        var tensors = model.state_dict();
        tensors["mean"] = zeros(3, int64);
        AssertRefused("tensor 'mean' is I64 [3] and should be F32 [3]", BlueprintText.Write(model.Blueprint), tensors);
    }

    [Fact]
    public void A_stack_of_frames_that_is_none_is_refused()
    {
        Dictionary<string, string> options = new() { ["frames"] = "2", ["width"] = "8", ["depth"] = "1" };
        Blueprint blueprint = new(nameof(AutoregressiveMlp), new(new("x", "m"), new("y", "m")), Space.None, 1, options);
        AssertRefused("its state is no stack of 2 frames", BlueprintText.Write(blueprint), model.state_dict());
        options["frames"] = "2000000000";
        AssertRefused("its state is no stack of 2000000000 frames", BlueprintText.Write(blueprint), model.state_dict());
    }

    private void AssertRefused(string reason, Dictionary<string, string> texts, Dictionary<string, Tensor> tensors)
    {
        TensorFileWriter.Write(folder["model.safetensors"], texts, tensors);
        var error = Assert.Throws<ModelFileException>(() => ModelFile.Load(folder["model.safetensors"]));
        Assert.StartsWith($"{folder["model.safetensors"]} cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Matches("(save|update)", error.Message);
    }
}
