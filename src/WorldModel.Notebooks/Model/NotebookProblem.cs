namespace WorldModel.Notebooks.Model;

/// <summary>A file cannot be run as a notebook; the message says why and what to do.</summary>
internal sealed class NotebookProblem : Exception
{
    public NotebookProblem(string message)
        : base(message)
    {
    }

    public NotebookProblem(string message, Exception inner)
        : base(message, inner)
    {
    }
}
