using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>
/// One name for each thing of the whole notebook. A notebook may declare a name again, and code before a declaration
/// does not see it; in one program either would be an error, or quietly mean something else.
/// </summary>
internal sealed class CellNames
{
    // "args" is what a program was started with; the roots of what the generated lines call must stay what they are.
    private static readonly string[] Reserved = ["args", "System", "WorldModel"];

    private readonly Dictionary<ISymbol, string> _renamed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _taken = [.. Reserved];
    private readonly HashSet<string> _top = [];

    private CellNames(IReadOnlyList<CompiledCell> cells) => _words =
        [.. Reserved, .. cells.SelectMany(cell => cell.Root.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];

    /// <summary>What was renamed, for people: new name → old name.</summary>
    public IReadOnlyDictionary<string, string> Renamed => _renamed.DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Key.Name);

    public static CellNames Of(IReadOnlyList<CompiledCell> cells)
    {
        var names = new CellNames(cells);
        names._taken.UnionWith(cells.SelectMany(NamesFromElsewhere));
        names.RenameTop(cells, symbol => symbol is not INamedTypeSymbol);
        names.RenameNested(cells);
        names._taken.Clear();
        names._taken.UnionWith(cells.SelectMany(TypesFromElsewhere));
        names.RenameTop(cells, symbol => symbol is INamedTypeSymbol);
        return names;
    }

    /// <summary>The new name of a symbol, or null if it keeps its own.</summary>
    public string? Of(ISymbol symbol) => _renamed.GetValueOrDefault(symbol.OriginalDefinition);

    /// <summary>A name that nothing in the notebook has.</summary>
    public string Free(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_words.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}{number}");
        }

        return name;
    }

    private void RenameTop(IReadOnlyList<CompiledCell> cells, Func<ISymbol, bool> ofKind)
    {
        foreach (var symbol in cells.SelectMany(CellSymbols.Declared).Select(one => one.Symbol).Where(symbol => CompiledCell.IsOfCells(symbol) && ofKind(symbol)))
        {
            if (!_renamed.ContainsKey(symbol))
            {
                var name = _taken.Add(symbol.Name) ? symbol.Name : _renamed[symbol] = Free(symbol.Name);
                _top.Add(name);
            }
        }
    }

    // A block at the top must not declare what the top declares anywhere.
    private void RenameNested(IReadOnlyList<CompiledCell> cells)
    {
        var declared = cells.SelectMany(CellSymbols.Declared)
            .Where(one => !CompiledCell.IsOfCells(one.Symbol) && one.Symbol is ILocalSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            .Where(one => _top.Contains(one.Symbol.Name) && !_renamed.ContainsKey(one.Symbol));
        foreach (var (symbol, _) in declared.Where(one => one.Symbol is IRangeVariableSymbol || IsInScopeOfTop(one.Symbol)).ToList())
        {
            _renamed[symbol] = Free(symbol.Name);
        }
    }

    private static bool IsInScopeOfTop(ISymbol symbol) => CellSymbols.IsInScopeOfTop(symbol.DeclaringSyntaxReferences[0].GetSyntax());

    // A name such as torch's "mean" before a variable of that name is declared; in types, nothing of the top is in sight.
    private static IEnumerable<string> NamesFromElsewhere(CompiledCell cell) => CellSymbols.Used(cell)
        .Where(one => IsFromElsewhere(one.Symbol) && !one.Name.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any() && StandsAlone(one.Name))
        .Where(one => one.Symbol is INamespaceOrTypeSymbol ? one.Name.Parent is MemberAccessExpressionSyntax : one.Symbol is { IsStatic: true } and (IMethodSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol))
        .Select(one => one.Symbol.Name);

    private static IEnumerable<string> TypesFromElsewhere(CompiledCell cell) => CellSymbols.Used(cell)
        .Where(one => one.Symbol is INamespaceOrTypeSymbol && IsFromElsewhere(one.Symbol) && StandsAlone(one.Name))
        .Select(one => one.Name.Identifier.ValueText);

    private static bool IsFromElsewhere(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length == 0;

    private static bool StandsAlone(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax member => member.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberBindingExpressionSyntax or NameColonSyntax or AliasQualifiedNameSyntax => false,
        _ => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null,
    };
}
