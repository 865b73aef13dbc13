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
    // Nobody writes code of such depth, and the parser recurses into types without asking how much stack is left: beyond
    // some thousands the process is gone.
    private const int DeepestNesting = 400;

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

    /// <summary>Whether brackets of one kind are open so often at once that parsing may overflow the stack.</summary>
    public static bool IsTooDeep(string source) => IsTooDeep(source, '(', ')') || IsTooDeep(source, '[', ']') || IsTooDeep(source, '{', '}') || IsTooDeep(source, '<', '>');

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Dialect, path, Encoding.UTF8);

    /// <summary>Whether the cell ends in an expression with a value, which a notebook shows.</summary>
    public static bool EndsInValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }

    private static bool IsTooDeep(string source, char open, char close)
    {
        var depth = 0;
        foreach (var letter in source)
        {
            depth = letter == open ? depth + 1 : letter == close ? Math.Max(0, depth - 1) : depth;
            if (depth > DeepestNesting)
            {
                return true;
            }
        }

        return false;
    }
}
