using WorldModel.Models;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Models.Saving;

public sealed class TensorFileErrorTests : IDisposable
{
    private const string One = """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6, "'b' begins at byte 2 and the one before it ends at 4: they overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "they leave a gap")]
    [InlineData(One, 3, "its tensors need 4 bytes and 3 are left: it was cut short")]
    [InlineData(One, 9, "5 bytes after its tensors belong to nothing")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "'a' of F32 [1] cannot lie at bytes [4, 0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "'a' of F32 [2] cannot lie at bytes [0, 4]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 4, "cannot lie")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"code":"x"}}""", 4, "cannot lie")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "a number of 'shape' is negative")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,9223372036854775807],"data_offsets":[0,4]}}""", 4, "more numbers than there can be")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1e99],"data_offsets":[0,4]}}""", 4, "header is not what the safetensors format asks for")]
    [InlineData("""{"a":{"dtype":"PICKLE","shape":[1],"data_offsets":[0,4]}}""", 4, "'a' is of type 'PICKLE', which this library does not hold: convert it to F32")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "Duplicate")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4, "header is not")]
    [InlineData("""{"a":7}""", 4, "header is not")]
    [InlineData("""{"__metadata__":{"x":1}}""", 0, "header is not")]
    [InlineData("""{"__metadata__":{"x":"\ud800"}}""", 0, "header is not")]
    [InlineData("""{"__metadata__":{"x":null}}""", 0, "the text 'x' is null")]
    [InlineData("""{"a":{"dtype":"F32",""", 0, "header is not")]
    [InlineData("""[[[[[[[[[[[[]]]]]]]]]]]]""", 0, "it is no safetensors file")]
    [InlineData("""{"a":[[[[[[[[[[[[]]]]]]]]]]]]}""", 0, "header is not")]
    public void A_header_that_lies_is_refused_with_the_file_and_the_reason(string header, int numbers, string reason)
    {
        var error = Refused(HandMade.File(header, new byte[numbers]));
        Assert.StartsWith($"{folder["model.safetensors"]} cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Matches("(copy or|save|copied or|convert|update)", error.Message);
    }

    [Theory]
    [InlineData(0, "of its 0 bytes")]
    [InlineData(7, "of its 7 bytes")]
    [InlineData(20, "they tell 56")]
    public void A_file_that_was_cut_short_is_refused(int bytes, string reason) =>
        Assert.Contains(reason, Refused(HandMade.File(One, new byte[4])[..bytes]).Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_longer_than_the_file_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'{', (byte)'}']);
        Refused([0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0, (byte)'{', (byte)'}']);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_as_such()
    {
        var error = Refused("PK\u0003\u0004 this is a zip archive, as torch.save writes it"u8.ToArray());
        Assert.Contains("A model of another kind (torch.save, ONNX, zip) cannot be loaded", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("no.safetensors", Assert.Throws<ModelFileException>(() => TensorFile.Read(folder["no.safetensors"])).Message, StringComparison.Ordinal);

    private ModelFileException Refused(byte[] bytes)
    {
        File.WriteAllBytes(folder["model.safetensors"], bytes);
        return Assert.Throws<ModelFileException>(() => TensorFile.Read(folder["model.safetensors"]));
    }
}
