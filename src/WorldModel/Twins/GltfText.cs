using System.Text;

namespace WorldModel.Twins;

/// <summary>What may stand in the text of a glTF file.</summary>
internal static class GltfText
{
    internal static void RequireUnicode(Scene scene, string path)
    {
        foreach (var (placement, row) in scene.Placements.Select((placement, i) => (placement, i + 1)))
        {
            if (!IsUnicode(placement.Name) || !IsUnicode(placement.Kind))
            {
                throw new GltfException($"{path}: the name or the kind of row {row} holds half a character, which no file can hold; write it anew");
            }
        }
    }

    private static bool IsUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
