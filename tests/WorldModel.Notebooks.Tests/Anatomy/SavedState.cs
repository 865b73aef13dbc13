using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Tests.Anatomy;

/// <summary>Notebooks are committed executed, small, for one kernel, and without a trace of the machine.</summary>
internal static partial class SavedState
{
    private const string Kernel = ".net-csharp";
    private const long MostBytes = 1_000_000;

    public static IEnumerable<string> Problems(CourseNotebook notebook) =>
    [
        .. Whole(notebook),
        .. notebook.Cells.Where(cell => cell.IsCode && cell.Lines > 0 && !cell.IsExecuted).Select(cell => $"{cell} was committed without having been executed"),
        .. notebook.Cells.Where(cell => cell.OutputKinds.Contains("error")).Select(cell => $"{cell} was committed with an error"),
        .. notebook.Cells.Where(cell => cell.OutputKinds.Contains("stderr")).Select(cell => $"{cell} was committed with a warning"),
        .. notebook.Cells.Where(cell => MachinePath().IsMatch(cell.Said)).Select(cell => $"{cell} shows a path of the machine that ran it: {MachinePath().Match(cell.Said)}"),
        .. notebook.Cells.GroupBy(cell => cell.Id).Where(group => group.Count() > 1 || group.Key.Length == 0).Select(group => $"{string.Join(", ", group)}: the id '{group.Key}' has to be there and to be its own"),
    ];

    private static IEnumerable<string> Whole(CourseNotebook notebook)
    {
        if (notebook.Kernel != Kernel)
        {
            yield return $"the kernel is '{notebook.Kernel}', and has to be '{Kernel}'";
        }

        if (notebook.Bytes > MostBytes)
        {
            yield return $"the file has {notebook.Bytes} bytes, and may have {MostBytes}";
        }
    }

    [GeneratedRegex(@"(?<![\w.])(/(home|Users|root|tmp|var|mnt)/[^\s""]*|[A-Z]:\\[^\s""]*)")]
    private static partial Regex MachinePath();
}
