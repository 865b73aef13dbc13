namespace WorldModel.Data;

/// <summary>One record of a CSV file and the line [from 1] on which it begins.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<CsvField> Fields);
