using System.Diagnostics;
using System.Reflection;
using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>
/// An exception as the author of a cell wants it: the innermost message, where the library threw it, and the cell's own
/// lines on the way there. The host's and the compiler's frames, and paths of the machine, stay out.
/// </summary>
internal sealed class ExceptionReport(Func<int, int, string> lineOf)
{
    public Failed Of(Exception exception)
    {
        var chain = Chain(exception).ToArray();
        var cause = chain[^1];
        var name = cause.GetType().FullName ?? cause.GetType().Name;
        string[] wrapped = [.. chain[..^1].Select(outer => $"   inside {outer.GetType().Name}{Subject(outer)}")];
        return new Failed(name, cause.Message, [$"{name}: {cause.Message}", .. wrapped, .. Frames(chain)]);
    }

    /// <summary>From the exception that arrived to the one that started it, as far as the outer ones only wrap.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        yield return exception;
        while (exception is TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner)
        {
            exception = inner;
            yield return exception;
        }
    }

    private static string Subject(Exception outer) => outer is TypeInitializationException type ? $" of '{type.TypeName}'" : "";

    private IEnumerable<string> Frames(Exception[] chain)
    {
        var frames = chain.Reverse().SelectMany(one => new StackTrace(one, fNeedFileInfo: true).GetFrames()).ToArray();
        var scripts = frames.Where(frame => CellPath.CellOf(frame.GetFileName()) is not null).ToArray();
        if (Thrower(frames.TakeWhile(frame => !scripts.Contains(frame))) is { } thrower)
        {
            yield return $"   at {thrower}";
        }

        foreach (var line in scripts.SelectMany(Describe))
        {
            yield return line;
        }
    }

    // What the author called is the last frame of the library before the cell's own; the system's innards say nothing.
    private static string? Thrower(IEnumerable<StackFrame> frames) => frames
        .Select(frame => frame.GetMethod())
        .Where(method => method?.DeclaringType is { } type && type.Assembly != typeof(ExceptionReport).Assembly && type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) is not true)
        .Select(method => $"{method!.DeclaringType!.FullName}.{method.Name}")
        .LastOrDefault(name => !name.Contains('<', StringComparison.Ordinal));

    private IEnumerable<string> Describe(StackFrame frame)
    {
        var (line, column) = (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
        var path = Path.GetFileName(frame.GetFileName())!;
        var place = new SourcePlace(path, line, column, lineOf(CellPath.CellOf(path)!.Value, line));
        return [$"   at {place}{Function(frame.GetMethod())}", .. place.Quote(indent: 6)];
    }

    private static string Function(MethodBase? method)
    {
        // An async or iterator method runs in a class named after it: <Fall>d__3.MoveNext; a local one is called <Outer>g__Fall|0_1.
        var name = method is { Name: "MoveNext", DeclaringType.Name: var holder } ? holder : method?.Name ?? "";
        if (name.Contains("g__", StringComparison.Ordinal))
        {
            name = name[(name.IndexOf("g__", StringComparison.Ordinal) + 3)..].Split('|')[0];
        }
        else if (name.Contains("b__", StringComparison.Ordinal))
        {
            return ", in a lambda";
        }

        name = name.TrimStart('<').Split('>')[0];
        return name is "" or "Initialize" or "Factory" ? "" : $", in {name}";
    }
}
