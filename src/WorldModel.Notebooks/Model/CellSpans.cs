using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>Finds each cell's outputs and execution count in the file's own bytes.</summary>
internal static class CellSpans
{
    public static IReadOnlyList<CellSpan> Find(ReadOnlySpan<byte> json)
    {
        var spans = new List<CellSpan>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCells = reader.ValueTextEquals("cells"u8);
            reader.Read();
            if (!isCells)
            {
                reader.Skip();
                continue;
            }

            spans.Clear();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                spans.Add(ReadCell(ref reader));
            }
        }

        return spans;
    }

    private static CellSpan ReadCell(ref Utf8JsonReader reader)
    {
        Range? outputs = null;
        Range? count = null;
        var end = (int)reader.BytesConsumed;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            end = (int)reader.BytesConsumed;
            outputs = name == "outputs" ? start..end : outputs;
            count = name == "execution_count" ? start..end : count;
        }

        return new CellSpan(outputs, count, end);
    }
}
