namespace WorldModel.Data;

/// <summary>One field of a CSV file. Quotation marks make text of what would be a number or nothing without them.</summary>
internal readonly record struct CsvField(string Text, bool IsQuoted);
