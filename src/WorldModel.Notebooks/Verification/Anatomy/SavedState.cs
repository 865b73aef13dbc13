using System.Text.RegularExpressions;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>Notebooks are committed small, for one kernel, and without a trace of the machine.</summary>
internal static partial class SavedState
{
    private const string Kernel = ".net-csharp";
    private const int MostBytes = 1_000_000;

    public static IEnumerable<string> Problems(Notebook notebook) =>
    [
        .. Whole(notebook),
        .. notebook.Cells.Where(cell => MachinePath().IsMatch(cell.Said)).Select(cell => $"{cell.Named} shows a path of the machine that ran it: {MachinePath().Match(cell.Said)}"),
        .. notebook.Cells.GroupBy(cell => cell.Id).Where(group => group.Count() > 1 || group.Key.Length == 0).Select(group => $"{string.Join(", ", group.Select(cell => cell.Named))}: the id '{group.Key}' has to be there and to be its own"),
    ];

    private static IEnumerable<string> Whole(Notebook notebook)
    {
        if (notebook.Kernel != Kernel)
        {
            yield return $"the kernel is '{notebook.Kernel}', and has to be '{Kernel}'";
        }

        if (notebook.Bytes.Length > MostBytes)
        {
            yield return $"the file has {notebook.Bytes.Length} bytes, and may have {MostBytes}";
        }
    }

    [GeneratedRegex(@"(?<![\w.])(/(home|Users|root|tmp|var|mnt)/[^\s""]*|[A-Z]:\\[^\s""]*)")]
    private static partial Regex MachinePath();
}
