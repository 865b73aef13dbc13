using Parquet;
using Parquet.Schema;
using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>Recorded readings in Apache Parquet, through Parquet.Net; whatever is wrong with a file ends in one exception.</summary>
internal static class StreamParquet
{
    internal static byte[] Write(IReadOnlyList<Reading> readings)
    {
        var file = new MemoryStream();
        WriteAsync(StreamColumns.Of(readings), file).GetAwaiter().GetResult(); // memory: nothing waits
        return file.ToArray();
    }

    /// <exception cref="StreamException">These bytes hold no readings.</exception>
    internal static IReadOnlyList<Reading> Read(byte[] bytes, string path)
    {
        try
        {
            return ReadAsync(new MemoryStream(bytes), path).GetAwaiter().GetResult().Readings(path);
        }
        catch (Exception e) when (e is not StreamException and not OutOfMemoryException)
        {
            throw new StreamException($"{path}: the file is damaged or no Parquet file ({e.Message}); record it again or take a .csv", e);
        }
    }

    private static async Task WriteAsync(StreamColumns columns, Stream file)
    {
        var name = new DataField<string>(StreamColumns.Placement);
        DataField[] numbers = [.. StreamColumns.Names.Select(column => new DataField<double?>(column))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([name, .. numbers]), file);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(name, [.. columns.Placements.Select(placement => placement!)]);
        foreach (var field in numbers)
        {
            await group.WriteAsync<double>(field, columns.Numbers[field.Name].AsMemory());
        }
    }

    private static async Task<StreamColumns> ReadAsync(Stream file, string path)
    {
        await using var reader = await ParquetReader.CreateAsync(file);
        var name = Field(reader, StreamColumns.Placement, typeof(ReadOnlyMemory<char>), path);
        DataField[] fields = [.. StreamColumns.Names.Select(column => Field(reader, column, typeof(double), path))];
        List<string?> placements = [];
        var numbers = fields.ToDictionary(field => field.Name, _ => new List<double?>());
        foreach (var group in reader.RowGroups)
        {
            var texts = new string[group.RowCount];
            await group.ReadAsync(name, texts);
            placements.AddRange(texts);
            foreach (var field in fields)
            {
                numbers[field.Name].AddRange(await NumbersAsync(group, field));
            }
        }

        return new(placements, numbers.ToDictionary(column => column.Key, column => column.Value.ToArray()));
    }

    private static async Task<double?[]> NumbersAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.IsNullable)
        {
            var cells = new double?[group.RowCount];
            await group.ReadAsync<double>(field, cells.AsMemory());
            return cells;
        }

        var values = new double[group.RowCount];
        await group.ReadAsync<double>(field, values.AsMemory());
        return [.. values];
    }

    private static DataField Field(ParquetReader reader, string column, Type type, string path)
    {
        var field = reader.Schema.DataFields.FirstOrDefault(field => field.Name == column)
            ?? throw new StreamException($"{path}: there is no column '{column}'; the columns are {string.Join(", ", reader.Schema.DataFields.Select(known => known.Name))}");
        return field.ClrType == type && !field.IsArray
            ? field
            : throw new StreamException($"{path}, column '{column}': it holds {field.ClrType.Name}, and readings need {(type == typeof(double) ? "64-bit numbers" : "texts")}");
    }
}
