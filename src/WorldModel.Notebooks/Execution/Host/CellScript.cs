using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using WorldModel.Notebooks.Cells;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>The dialect of cells: what every C# notebook host accepts, with the imports that .NET Interactive gives.</summary>
internal static class CellScript
{
    public static readonly CSharpParseOptions Dialect = new(LanguageVersion.CSharp13, kind: SourceCodeKind.Script);

    // Release: cells hold loops. The encoding is what lets the compiler write debug information for a text without a file.
    public static ScriptOptions Options(string folder) => ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp13)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
        .AddReferences(typeof(Enumerable).Assembly, typeof(DisplayExtensions).Assembly)
        .AddImports("System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq")
        .AddImports(typeof(DisplayExtensions).Namespace!);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Dialect, path, Encoding.UTF8);

    /// <summary>Whether the cell ends in an expression with a value, which a notebook shows.</summary>
    public static bool EndsInValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}
