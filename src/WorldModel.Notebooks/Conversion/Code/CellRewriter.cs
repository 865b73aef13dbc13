using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Turns cells into code for one program or one script, leaving every other letter as the author wrote it.</summary>
internal sealed class CellRewriter(CellNames names, SharedMembers shared, bool isApp)
{
    private static readonly SyntaxKind[] Access = [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword];
    private static readonly SyntaxKind[] Fields = [.. Access, SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.VolatileKeyword];

    public CellCode Rewrite(CompiledCell cell)
    {
        var edits = new TextEdits(cell.Cell.Source);
        CellRenames.Apply(cell, names, edits);
        ShownValue.Apply(cell, edits);
        DropReferences(cell, edits);
        var usings = cell.Root.Usings.Select(line => line.WithoutTrivia().NormalizeWhitespace().ToString()).ToArray();
        foreach (var line in cell.Root.Usings)
        {
            edits.Remove(line.Span);
        }

        var types = cell.Root.Members.Where(member => (isApp || cell.MustRaise) && SharedMembers.IsType(member)).ToArray();
        var members = cell.Root.Members.Where(member => isApp && shared.Holds(cell, member)).ToArray();
        foreach (var member in cell.Root.Members)
        {
            FitModifiers(member, edits, members.Contains(member), isBlock: isApp || cell.MustRaise);
            GiveDefaults(member, edits);
        }

        foreach (var member in types.Concat(members).OrderBy(member => member.SpanStart))
        {
            edits.Remove(Whole(member));
        }

        return new CellCode(TrimLines(edits.Rest()))
        {
            Usings = usings,
            Types = [.. types.Select(member => TrimLines(edits.Part(Whole(member))))],
            Shared = [.. members.Select(member => TrimLines(edits.Part(Whole(member))))],
        };
    }

    // With its comments, but not with the line break after it: that belongs to what follows.
    private static TextSpan Whole(MemberDeclarationSyntax member)
    {
        var trailing = member.GetTrailingTrivia().LastOrDefault(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return TextSpan.FromBounds(member.FullSpan.Start, trailing.RawKind == 0 ? member.Span.End : trailing.Span.End);
    }

    private static void DropReferences(CompiledCell cell, TextEdits edits)
    {
        var text = cell.Root.GetText();
        foreach (var reference in cell.Root.DescendantNodes(descendIntoTrivia: true).OfType<ReferenceDirectiveTriviaSyntax>())
        {
            // The comment above it says how to build the file; a program has it built.
            var last = text.Lines.GetLineFromPosition(reference.SpanStart);
            var first = last.LineNumber;
            while (first > 0 && text.Lines[first - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                first--;
            }

            edits.Replace(TextSpan.FromBounds(text.Lines[first].Start, last.EndIncludingLineBreak), "");
        }
    }

    private static void FitModifiers(MemberDeclarationSyntax member, TextEdits edits, bool isShared, bool isBlock)
    {
        var unfit = member switch
        {
            _ when !isBlock => [],
            _ when SharedMembers.IsType(member) => [SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword],
            FieldDeclarationSyntax when !isShared => Fields,
            FieldDeclarationSyntax or MethodDeclarationSyntax => Access,
            _ => [],
        };
        foreach (var modifier in member.Modifiers.Where(modifier => unfit.Any(kind => modifier.IsKind(kind))))
        {
            edits.Replace(TextSpan.FromBounds(modifier.SpanStart, modifier.FullSpan.End), "");
        }

        if (isShared)
        {
            var attributes = member.AttributeLists;
            edits.Insert(attributes.Count > 0 ? attributes[^1].FullSpan.End : member.SpanStart, "internal ");
        }
    }

    // A variable of a cell begins empty; one of a program has to be given that.
    private static void GiveDefaults(MemberDeclarationSyntax member, TextEdits edits)
    {
        foreach (var variable in (member as FieldDeclarationSyntax)?.Declaration.Variables ?? [])
        {
            if (variable.Initializer is null)
            {
                edits.Insert(variable.Span.End, " = default");
            }
        }
    }

    private static string TrimLines(string text)
    {
        var lines = text.Split('\n');
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        return start < 0 ? "" : string.Join('\n', lines[start..]).TrimEnd();
    }
}
