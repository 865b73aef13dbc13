using System.Buffers.Binary;
using CsCheck;
using WorldModel.Models;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Models.Saving;

/// <summary>Files with bytes changed, added or taken away at random.</summary>
public sealed class ModelFileFuzzTests : IDisposable
{
    private static readonly Gen<(int Kind, double Place, byte Value)[]> Changes = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Byte).Array[1, 4];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Kinds { get; } = [.. LearnedKinds.Names];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_file_gives_a_model_of_the_same_shape_or_the_librarys_own_error(string kind)
    {
        var (model, runs) = LearnedSamples.Make(kind, size: 3, depth: 1);
        ModelFile.Save(model, folder["a"]);
        var whole = File.ReadAllBytes(folder["a"]);
        var header = (int)BinaryPrimitives.ReadInt64LittleEndian(whole) + 8;
        var (loaded, refused) = (0, 0);
        Changes.Sample(
            changes =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var isLoaded = Loads(Damaged(whole, header, changes), model);
                (loaded, refused) = isLoaded ? (loaded + 1, refused) : (loaded, refused + 1);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
            },
            iter: 1500,
            threads: 1);
        Assert.True(loaded > 2 && refused > 10, $"{loaded} loaded, {refused} refused: one side was hardly tried");
        Assert.True(runs.Runs > 0);
    }

    private bool Loads(byte[] bytes, ILearned model)
    {
        File.WriteAllBytes(folder["b"], bytes);
        try
        {
            using var scope = NewDisposeScope();
            using var loaded = (nn.Module)ModelFile.Load(folder["b"]);
            Assert.Equal(Shapes((nn.Module)model), Shapes(loaded));
            return true;
        }
        catch (ModelFileException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Shapes(nn.Module module) => module.state_dict().Select(pair => $"{pair.Key} {string.Join(',', pair.Value.shape)}");

    // Three of four changes hit the header, where they do most harm.
    private static byte[] Damaged(byte[] whole, int header, (int Kind, double Place, byte Value)[] changes)
    {
        List<byte> bytes = [.. whole];
        foreach (var (kind, place, value) in changes)
        {
            var at = (int)(place * ((kind == 3 ? bytes.Count : Math.Min(header, bytes.Count)) - 1));
            switch (kind)
            {
                case 0: bytes[at] = value; break;
                case 1: bytes.Insert(at, (byte)('0' + (value % 10))); bytes.Remove((byte)' '); break; // the header stays as long as it says
                case 2: bytes.RemoveAt(at); break;
                default: bytes[at] = value; break;
            }
        }

        return [.. bytes];
    }
}
