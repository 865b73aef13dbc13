namespace WorldModel.Notebooks.Verification;

/// <summary>Something that is wrong with a committed notebook.</summary>
/// <param name="Text">What, and in which cell.</param>
/// <param name="IsOfTheRun">Whether it lies in what was saved: running the notebook again and saving puts it right.</param>
internal sealed record Finding(string Text, bool IsOfTheRun);
