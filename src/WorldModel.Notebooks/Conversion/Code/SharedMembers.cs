using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>
/// Constants and static methods that a type uses, and extension methods: in a program the top level is a method, whose
/// own a type does not see, so these move into a static class.
/// </summary>
internal sealed class SharedMembers
{
    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);

    private SharedMembers()
    {
    }

    public static SharedMembers Of(IReadOnlyList<CompiledCell> cells)
    {
        var shared = new SharedMembers();
        var members = cells.SelectMany(cell => cell.Root.Members.Select(member => (Cell: cell, Member: member))).ToArray();
        int known;
        do
        {
            known = shared._symbols.Count;
            foreach (var (cell, member) in members.Where(one => IsType(one.Member) || IsExtension(one.Member) || shared.Holds(one.Cell, one.Member)))
            {
                shared.Take(cell, member);
            }
        }
        while (shared._symbols.Count > known);
        return shared;
    }

    public static bool IsType(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    public bool Holds(CompiledCell cell, MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => _symbols.Contains(cell.Model!.GetDeclaredSymbol(method)!),
        FieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => cell.Model!.GetDeclaredSymbol(variable) is { } symbol && _symbols.Contains(symbol)),
        _ => false,
    };

    private void Take(CompiledCell cell, MemberDeclarationSyntax member)
    {
        if (IsExtension(member))
        {
            _symbols.Add(cell.Model!.GetDeclaredSymbol(member)!);
        }

        _symbols.UnionWith(CellSymbols.Used(cell, member).Select(one => one.Symbol)
            .Where(symbol => symbol is (IMethodSymbol or IFieldSymbol) && CompiledCell.IsOfCells(symbol)));
    }

    private static bool IsExtension(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { ParameterList.Parameters: [{ } first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword);
}
