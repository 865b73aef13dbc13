using System.Runtime.CompilerServices;
using System.Text;

namespace WorldModel.Display;

/// <summary>What a program shows where there is no notebook: text on the console, and each chart as a page in a folder.</summary>
public sealed class Album
{
    private static Album? ofProgram;

    private readonly string name;
    private readonly AlbumFolder folder;
    private readonly TextWriter output;

    internal Album(string name, string home, TextWriter output)
    {
        this.name = name;
        this.output = output;
        folder = new AlbumFolder(Path.Combine(home, $"{name}.charts"), name);
    }

    /// <summary>The album of this program.</summary>
    /// <exception cref="InvalidOperationException">The program has not opened one.</exception>
    public static Album OfProgram => ofProgram ?? throw new InvalidOperationException("there is no album yet; call Album.Open first");

    /// <summary>
    /// Begins a program that was a notebook: it works in the notebook's folder, shows its charts beside its own source,
    /// and ends with exit code 1 and the message when something goes wrong.
    /// </summary>
    /// <param name="name">What the program is called; the charts lie in <c>name.charts</c>.</param>
    /// <param name="notebookFolder">Where the notebook's data are, relative to the source.</param>
    /// <param name="source">Filled in by the compiler: the program's source.</param>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder is not there.</exception>
    public static void Open(string name, string notebookFolder, [CallerFilePath] string source = "")
    {
        AppDomain.CurrentDomain.UnhandledException += (_, failure) => End(name, failure.ExceptionObject);
        Console.OutputEncoding = Encoding.UTF8;
        var home = Home(source);
        var work = Path.GetFullPath(Path.Combine(home, notebookFolder));
        if (!Directory.Exists(work))
        {
            throw new DirectoryNotFoundException($"the notebook's folder {work} is not there, and the data are in it; convert the notebook again where it is now");
        }

        ofProgram = new Album(name, home, Console.Out);
        Environment.CurrentDirectory = work;
    }

    /// <summary>Prints a value; a chart gets a page, too.</summary>
    public void Show(object? value)
    {
        output.WriteLine(AlbumText.Of(value));
        if (value is IPageView view)
        {
            output.WriteLine($"  page: {name}.charts/{folder.Add(view)}");
        }
    }

    /// <summary>Says with what a step failed that had to fail.</summary>
    /// <param name="step">What the step is called.</param>
    /// <param name="raised">What it raised; null: nothing.</param>
    /// <exception cref="InvalidOperationException">It raised nothing.</exception>
    public void Expect(string step, Exception? raised)
    {
        if (raised is null)
        {
            throw new InvalidOperationException($"{step} is there to raise an exception, and raised none");
        }

        output.WriteLine($"{raised.GetType().Name}, as expected: {raised.Message}");
    }

    /// <summary>Says where the charts are.</summary>
    public void Close()
    {
        if (folder.Index is { } index)
        {
            output.WriteLine($"Charts: {index}");
        }
    }

    private static string Home(string source) =>
        AppContext.GetData("EntryPointFileDirectoryPath") as string
        ?? (Path.IsPathRooted(source) && Path.GetDirectoryName(source) is { } folder && Directory.Exists(folder) ? folder : Environment.CurrentDirectory);

    // The runtime would end with a signal, and a core dump where those are on: neither says more than the message.
    private static void End(string name, object failure)
    {
        Console.Out.Flush();
        Console.Error.WriteLine($"{name} failed: {failure}");
        Environment.Exit(1);
    }
}
