using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>A code cell as the compiler understands it after those before it; without a model it does not compile, and says so by its tag.</summary>
internal sealed record CompiledCell(Cell Cell, SemanticModel? Model)
{
    public const string RaisesTag = "raises-exception";

    public bool MustRaise => Cell.Tags.Contains(RaisesTag);

    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Model!.SyntaxTree.GetRoot();

    public bool EndsInValue => CellScript.EndsInValue(Model!.Compilation);

    /// <summary>Whether a symbol is one of the cells' own, at the top and not inside something.</summary>
    public static bool IsOfCells(ISymbol symbol) => symbol.ContainingSymbol is INamedTypeSymbol { TypeKind: TypeKind.Submission };
}
