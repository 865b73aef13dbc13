using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>Which part of a notebook may follow which, and how often.</summary>
internal static class CellOrder
{
    private static readonly Dictionary<string, string[]> Followers = new()
    {
        ["title/prose"] = ["setup/code"],
        ["setup/code"] = ["world/prose", "world/code"],
        ["world/prose"] = ["world/code"],
        ["world/code"] = ["world/code", "predict/prose"],
        ["predict/prose"] = ["idea/prose"],
        ["idea/prose"] = ["code/code"],
        ["code/code"] = ["code/code", "chart/code", "check/code", "idea/prose"],
        ["chart/code"] = ["chart/code", "code/code", "reading/prose"],
        ["reading/prose"] = ["check/code"],
        ["check/code"] = ["check/code", "reading/prose", "idea/prose", "predict/prose", "break/prose", "exercise/prose"],
        ["break/prose"] = ["break/code"],
        ["break/code"] = ["break/code", "check/code", "exercise/prose"],
        ["exercise/prose"] = ["exercise/code"],
        ["exercise/code"] = ["exercise/prose", "next/prose"],
        ["next/prose"] = [],
    };

    private static readonly string[] RoundParts = ["chart/code", "reading/prose", "check/code"];

    private static readonly (string Part, int Least, int Most)[] Counts =
    [
        ("title/prose", 1, 1), ("world/prose", 0, 1), ("predict/prose", 2, 4), ("break/prose", 1, 1), ("exercise/code", 3, 3), ("next/prose", 1, 1),
    ];

    public static IEnumerable<string> Problems(Notebook notebook) =>
        [.. Ends(notebook.Cells), .. Neighbours(notebook.Cells), .. Rounds(notebook.Cells), .. Counted(notebook)];

    private static IEnumerable<string> Ends(IReadOnlyList<Cell> cells)
    {
        if (cells is not [{ Part: "title/prose" }, .., { Part: "next/prose" }])
        {
            yield return "a notebook begins with title/prose and ends with next/prose";
        }
    }

    private static IEnumerable<string> Neighbours(IReadOnlyList<Cell> cells)
    {
        foreach (var (cell, next) in cells.Zip(cells.Skip(1)))
        {
            if (!Followers.TryGetValue(cell.Part, out var followers))
            {
                yield return $"{cell.Named} is no part of a notebook; the parts are {string.Join(", ", Followers.Keys)}";
            }
            else if (!followers.Contains(next.Part))
            {
                yield return $"{next.Named} follows {cell.Named}, where only {string.Join(" or ", followers)} may";
            }
        }
    }

    /// <summary>Each round, from its prediction to the next one or to the break, shows, reads and checks something.</summary>
    private static IEnumerable<string> Rounds(IReadOnlyList<Cell> cells)
    {
        var starts = cells.Where(cell => cell.Part is "predict/prose" or "break/prose").ToList();
        foreach (var (start, end) in starts.Zip(starts.Skip(1)))
        {
            foreach (var missing in RoundParts.Except(cells.Skip(start.Number).Take(end.Number - start.Number).Select(cell => cell.Part)))
            {
                yield return $"the round that begins at {start.Named} has no {missing}";
            }
        }

        if (starts is not [.., { Part: "break/prose" }])
        {
            yield return "break/prose comes after the last round";
        }
    }

    private static IEnumerable<string> Counted(Notebook notebook) =>
        from rule in Counts
        let count = notebook.Part(rule.Part).Count()
        where count < rule.Least || count > rule.Most
        select $"{count} cells of {rule.Part}, which has to be {(rule.Least == rule.Most ? $"{rule.Least}" : $"{rule.Least} to {rule.Most}")}";
}
