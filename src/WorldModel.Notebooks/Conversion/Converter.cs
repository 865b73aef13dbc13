using WorldModel.Notebooks.CommandLine;
using WorldModel.Notebooks.Conversion.Code;
using WorldModel.Notebooks.Conversion.Prose;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion;

/// <summary>The command <c>convert</c>: find, convert, write, say what came of each.</summary>
internal sealed class Converter(ConvertOptions options, TextWriter output)
{
    public int Convert(CancellationToken cancellation)
    {
        if (File.Exists(options.Output))
        {
            output.WriteLine($"--output {options.Output} is a file. Name a folder.");
            return ExitCode.Usage;
        }

        var found = NotebookFinder.Find(options.Paths);
        var others = found.ToLookup(notebook => Path.GetFullPath(notebook.Path), notebook => ConversionTarget.FileNameOf(notebook.Path, options.Form))
            .ToDictionary(one => one.Key, one => one.First());
        var twins = found.Where(notebook => notebook.Problem is null).ToLookup(notebook => ConversionTarget.FileNameOf(notebook.Path, options.Form), StringComparer.OrdinalIgnoreCase);
        var failed = 0;
        foreach (var notebook in found)
        {
            if (cancellation.IsCancellationRequested)
            {
                output.WriteLine("Interrupted. What is converted is whole.");
                return ExitCode.Interrupted;
            }

            failed += Problem(notebook, twins, others) is { } problem ? Fail(problem) : 0;
        }

        output.WriteLine($"{found.Count - failed} notebooks converted, {failed} failed");
        return failed == 0 ? ExitCode.Passed : ExitCode.NotebookFailed;
    }

    private int Fail(string problem)
    {
        output.WriteLine($"FAILED: {problem}");
        return 1;
    }

    private string? Problem(FoundNotebook found, ILookup<string, FoundNotebook> twins, Dictionary<string, string> others)
    {
        var name = ConversionTarget.FileNameOf(found.Path, options.Form);
        if (found.Problem is null && twins[name].Count() > 1)
        {
            return $"{found.Path} would become {Path.Combine(options.Output, name)}, and so would {string.Join(" and ", twins[name].Where(twin => twin != found).Select(twin => twin.Path))}. Convert them one after the other, each with its own --output.";
        }

        try
        {
            return found.Problem ?? Convert(found.Path, others);
        }
        catch (Exception problem) when (problem is NotebookProblem or IOException or UnauthorizedAccessException)
        {
            return problem is NotebookProblem ? problem.Message : $"{found.Path} cannot be converted into {options.Output}: {problem.Message}";
        }
    }

    private string? Convert(string path, Dictionary<string, string> others)
    {
        var target = new ConversionTarget(NotebookReader.Read(path), Path.GetFullPath(options.Output), options.Form, others);
        if (ConvertedFiles.Refusal(target) is { } refusal)
        {
            return refusal;
        }

        var converted = options.Form switch
        {
            ConversionForm.App => AppWriter.Write(target),
            ConversionForm.Script => ScriptWriter.Write(target),
            _ => MarkdownWriter.Write(target),
        };
        ConvertedFiles.Write(target, converted);
        output.WriteLine($"{path} → {Path.Combine(options.Output, target.FileName)}");
        if (converted.Note is { } note)
        {
            output.WriteLine($"  {note}");
        }

        return null;
    }
}
