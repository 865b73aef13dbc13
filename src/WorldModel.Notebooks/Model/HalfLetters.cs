using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>
/// JSON can write half of a letter beyond the first plane (<c>\ud800</c> alone), and bytes that are no letter at all. No
/// .NET string comes from either, so a notebook with one is refused before some later step meets it.
/// </summary>
internal static class HalfLetters
{
    public static void Refuse(string path, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = NotebookReader.Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
            {
                var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                throw new NotebookProblem($"{path} line {line} holds text that is not Unicode (an escape such as \\ud800 without its other half, or bytes that are not UTF-8). Open the file in an editor and remove it there.");
            }
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
