using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>Where a notebook's metadata and its stamp lie in the file [bytes]; null: it has none.</summary>
/// <param name="Metadata">The value of "metadata".</param>
/// <param name="Stamp">The stamp's value in it.</param>
/// <param name="AfterLastEntry">Behind the last member of the metadata; null where it has no member.</param>
/// <param name="AfterLastMember">Behind the last member of the notebook.</param>
internal sealed record MetadataSpan(Range? Metadata, Range? Stamp, int? AfterLastEntry, int AfterLastMember)
{
    public static MetadataSpan Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        var found = new MetadataSpan(null, null, null, 0);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            found = isMetadata ? ReadMetadata(ref reader) : Skip(ref reader, found);
        }

        return found;
    }

    private static MetadataSpan Skip(ref Utf8JsonReader reader, MetadataSpan found)
    {
        reader.Skip();
        return found with { AfterLastMember = (int)reader.BytesConsumed };
    }

    private static MetadataSpan ReadMetadata(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        (Range? Stamp, int? AfterLast) entries = isObject ? ReadEntries(ref reader) : (null, null);
        reader.Skip();
        var end = (int)reader.BytesConsumed;
        return new MetadataSpan(start..end, entries.Stamp, entries.AfterLast, end);
    }

    private static (Range? Stamp, int? AfterLast) ReadEntries(ref Utf8JsonReader reader)
    {
        Range? stamp = null;
        int? after = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStamp = reader.ValueTextEquals(RunStamp.Key);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            after = (int)reader.BytesConsumed;
            stamp = isStamp ? start..after.Value : stamp;
        }

        return (stamp, after);
    }
}
