namespace WorldModel.Tests;

/// <summary>What work prints.</summary>
internal static class ConsoleText
{
    internal static string Of(Action work)
    {
        var console = Console.Out;
        using StringWriter writer = new() { NewLine = "\n" };
        Console.SetOut(writer);
        try
        {
            work();
        }
        finally
        {
            Console.SetOut(console);
        }

        return writer.ToString();
    }
}
