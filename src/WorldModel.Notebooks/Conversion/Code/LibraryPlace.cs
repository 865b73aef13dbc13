using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>The library that a notebook refers to: the file that was built, and the repository that it was built from.</summary>
internal sealed record LibraryPlace(string File, string Repository)
{
    public const string FileName = "WorldModel.dll";
    private const string ProjectFile = "src/WorldModel/WorldModel.csproj";

    public string Project => Path.Combine(Repository, "src", "WorldModel", "WorldModel.csproj");

    public static LibraryPlace Of(Notebook notebook)
    {
        var file = notebook.Cells.Where(cell => cell.HasCode).SelectMany(cell => References(notebook, cell)).FirstOrDefault(path => Path.GetFileName(path) == FileName)
            ?? throw new NotebookProblem($"{notebook.Path} refers to no {FileName}, and what it becomes needs the library. Begin it with a cell that says #r \"../artifacts/library/{FileName}\".");
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (System.IO.File.Exists(Path.Combine(folder, ProjectFile)))
            {
                return new LibraryPlace(file, folder);
            }
        }

        throw new NotebookProblem($"{notebook.Path} refers to {file}, but no folder above that holds {ProjectFile}. Convert the notebook inside a clone of the repository, or correct its #r line.");
    }

    private static IEnumerable<string> References(Notebook notebook, Cell cell) => CellScript.Parse(cell.Source, "")
        .GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<ReferenceDirectiveTriviaSyntax>()
        .Select(reference => Path.GetFullPath(Path.Combine(notebook.Folder, reference.File.ValueText.Replace('\\', '/'))));
}
