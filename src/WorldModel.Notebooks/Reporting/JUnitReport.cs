using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Reporting;

/// <summary>
/// The run in JUnit's XML, as CI systems read it: a notebook is a testsuite, a code cell a testcase. What failed outside
/// any cell is a testcase of its own.
/// </summary>
internal static class JUnitReport
{
    // CI systems keep reports and show them in a browser: a cell's whole megabyte would help nobody there.
    private const int LongestText = 10_000;

    private static readonly XmlWriterSettings Layout = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes the report and returns its path.</summary>
    public static string Write(string path, IReadOnlyList<NotebookResult> results)
    {
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, Layout))
        {
            new XElement("testsuites", results.Select(Suite)).Save(writer);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, content.ToArray());
        return path;
    }

    private static XElement Suite(NotebookResult result)
    {
        var cases = Cases(result).ToArray();
        return new XElement(
            "testsuite",
            new XAttribute("name", XmlText.Clean(result.Name)),
            new XAttribute("file", XmlText.Clean(result.Path)),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(one => one.Element("failure") is not null)),
            new XAttribute("errors", cases.Count(one => one.Element("error") is not null)),
            new XAttribute("skipped", cases.Count(one => one.Element("skipped") is not null)),
            new XAttribute("time", Seconds(result.Duration)),
            result.RanAt is { } date ? new XAttribute("timestamp", date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)) : null,
            cases);
    }

    private static IEnumerable<XElement> Cases(NotebookResult result)
    {
        var results = result.Cells.ToDictionary(cell => cell.Cell.Number);
        foreach (var cell in result.Notebook?.Cells.Where(cell => cell.HasCode) ?? [])
        {
            var name = $"cell {cell.Number}{(cell.Tags is [var tag, ..] ? $" ({tag})" : "")}";
            yield return results.TryGetValue(cell.Number, out var ran)
                ? Case(result, name, ran.Duration, Failure(ran), Printed(ran, "stdout", "system-out"), Printed(ran, "stderr", "system-err"))
                : Case(result, name, TimeSpan.Zero, Skipped(result.LeftOut.Contains(cell.Number) ? "left out by --filter" : "a cell before it failed"));
        }

        if (result.Problem is { } problem)
        {
            yield return Case(result, "notebook", TimeSpan.Zero, new XElement("error", new XAttribute("message", XmlText.Clean(problem)), new XAttribute("type", "Notebook")));
        }
    }

    private static XElement Case(NotebookResult result, string name, TimeSpan time, params XElement?[] content) =>
        new("testcase", new XAttribute("name", XmlText.Clean(name)), new XAttribute("classname", XmlText.Clean(result.Name)), new XAttribute("time", Seconds(time)), content);

    private static XElement? Failure(CellResult cell) => cell is { Passed: false, Error: { } error }
        ? new XElement("failure", new XAttribute("message", XmlText.Clean(error.Value)), new XAttribute("type", XmlText.Clean(error.Name)), XmlText.Clean(string.Join('\n', error.Traceback)))
        : null;

    private static XElement Skipped(string why) => new("skipped", new XAttribute("message", why));

    private static XElement? Printed(CellResult cell, string stream, string element)
    {
        var text = string.Concat(cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == stream).Select(output => output.Text));
        return text.Length == 0 ? null : new XElement(element, XmlText.Clean(text.Length > LongestText ? $"{text[..LongestText]}\n… cut: {text.Length} characters were printed." : text));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
