namespace WorldModel.Notebooks.Model;

internal sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : Output;
