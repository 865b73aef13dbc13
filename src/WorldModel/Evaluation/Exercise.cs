namespace WorldModel.Evaluation;

/// <summary>An exercise that judges itself: unlike a claim, an unsolved one is no error.</summary>
public static class Exercise
{
    /// <summary>Says whether the reader's answer is right, and gives a hint where it is not yet.</summary>
    /// <param name="goal">What was asked.</param>
    /// <param name="isSolved">Whether the answer is right.</param>
    /// <param name="hint">What to try next.</param>
    /// <returns><paramref name="isSolved"/>.</returns>
    public static bool Try(string goal, bool isSolved, string hint)
    {
        Console.WriteLine(isSolved ? $"✓ solved: {goal}" : $"… not yet: {goal}\n  hint: {hint}");
        return isSolved;
    }
}
