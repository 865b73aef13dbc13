namespace WorldModel.Notebooks.Execution.Protocol;

/// <summary>Runner to host: execute this cell.</summary>
internal sealed record RunCell(int Number, string Source) : Message;

/// <summary>Host to runner: the cell printed.</summary>
internal sealed record Printed(string Stream, string Text) : Message;

/// <summary>Host to runner: the cell displayed a value, or ended in one.</summary>
internal sealed record Shown(Dictionary<string, string> Data, bool IsResult) : Message;

/// <summary>Host to runner: the cell did not compile or threw.</summary>
internal sealed record Failed(string Name, string Value, IReadOnlyList<string> Traceback) : Message;

/// <summary>Host to runner: something to tell the author that is no part of the notebook, such as a compiler's warning.</summary>
internal sealed record Noted(string Text) : Message;

/// <summary>Host to runner: the cell has ended; the process has used at most so much memory [bytes] until now.</summary>
internal sealed record CellDone(long PeakMemory) : Message;
