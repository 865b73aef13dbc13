using System.Text;
using CsCheck;
using WorldModel.Models;

namespace WorldModel.Tests.Models.Saving;

public sealed class TensorFileTests
{
    // Written by hand after the format's description: length of the header, header filled up with blanks, numbers.
    private const string ReferenceHeader =
        """{"__metadata__":{"about":"two tensors"},"steps":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2,1],"data_offsets":[8,16]}}""";

    private static readonly byte[] Reference = HandMade.File(ReferenceHeader, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0);

    [Fact]
    public void A_file_made_by_hand_is_read()
    {
        var file = TensorFile.Parse(Reference);
        Assert.Equal("two tensors", file.Texts["about"]);
        var (b, steps) = (zeros(2, 1), zeros(1, int64));
        file.Tensors["b"].CopyTo(b);
        file.Tensors["steps"].CopyTo(steps);
        Assert.Equal([1, -2], Doubles.Of(b));
        Assert.Equal(7, steps.item<long>());
    }

    [Fact]
    public void What_is_written_is_that_file_byte_by_byte()
    {
        var b = tensor(new[,] { { 1f }, { -2f } });
        var written = TensorFileWriter.Bytes(new Dictionary<string, string> { ["about"] = "two tensors" }, new Dictionary<string, Tensor> { ["b"] = b, ["steps"] = tensor([7L]) });
        Assert.Equal(Encoding.UTF8.GetString(Reference), Encoding.UTF8.GetString(written));
        Assert.Equal(Reference, written);
        Assert.Equal(0, (written.Length - 16) % 8);
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int8)]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Bool)]
    public void Tensors_of_every_type_and_shape_come_back(ScalarType type) =>
        Gen.Int[0, 4].Array[0, 4].Sample(
            sides =>
            {
                long[] shape = [.. sides.Select(side => (long)side)];
                var value = (100 * randn(shape)).to(type);
                var file = TensorFile.Parse(TensorFileWriter.Bytes(new Dictionary<string, string>(), new Dictionary<string, Tensor> { ["λ"] = value, ["other"] = ones(3, int8) }));
                var read = zeros(shape, type);
                file.Tensors["λ"].CopyTo(read);
                Assert.Equal(type, file.Tensors["λ"].Type);
                Assert.Equal(Doubles.Of(value), Doubles.Of(read));
            },
            iter: 30,
            threads: 1);

    [Fact]
    public void A_tensor_that_does_not_lie_in_one_piece_is_written_in_its_order()
    {
        var turned = arange(6, float32).view(2, 3).transpose(0, 1);
        var file = TensorFile.Parse(TensorFileWriter.Bytes(new Dictionary<string, string>(), new Dictionary<string, Tensor> { ["a"] = turned }));
        var read = zeros(3, 2);
        file.Tensors["a"].CopyTo(read);
        Assert.Equal([0, 3, 1, 4, 2, 5], Doubles.Of(read));
    }
}
