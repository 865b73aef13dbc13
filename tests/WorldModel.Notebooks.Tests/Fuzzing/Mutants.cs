using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Tests.Fuzzing;

/// <summary>Damaged versions of real notebooks; the same number gives the same damage.</summary>
internal sealed class Mutants(IReadOnlyList<byte[]> sources)
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>The committed notebooks.</summary>
    public static Mutants OfTheCourse() => new([.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);

    public byte[] Make(int number)
    {
        var random = new Random(number);
        var source = sources[random.Next(sources.Count)];
        return random.Next(3) == 0 ? ByteMutation.Apply(source, random) : Restructured(source, random);
    }

    private static byte[] Restructured(byte[] source, Random random)
    {
        var root = JsonNode.Parse(source)!.AsObject();
        for (var count = random.Next(1, 4); count > 0 && root["cells"] is JsonArray { Count: > 0 }; count--)
        {
            TreeMutation.Apply(root, random);
        }

        var text = JsonSerializer.Serialize(root, Deep);
        return Encoding.UTF8.GetBytes(text.Replace(StrangeValues.HalfLetter, "half \\ud800 a letter", StringComparison.Ordinal));
    }
}
