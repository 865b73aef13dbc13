namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>A number in a text; <paramref name="Name"/> is the text before it that says what it is.</summary>
/// <param name="Text">As it was printed.</param>
/// <param name="Value">What it is worth.</param>
/// <param name="LastDigit">What one more in its last digit is worth; 0 for a whole number, which is a count.</param>
/// <param name="Name">What it is.</param>
internal sealed record SaidNumber(string Text, double Value, double LastDigit, string Name);
