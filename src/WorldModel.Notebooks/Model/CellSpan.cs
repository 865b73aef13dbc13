namespace WorldModel.Notebooks.Model;

/// <summary>Where a code cell's renewable values lie in the file [bytes]; an empty span: the cell has no such key.</summary>
internal sealed record CellSpan(Range? Outputs, Range? ExecutionCount, int AfterLastMember);
