using System.Text;
using System.Xml;

namespace WorldModel.Notebooks.Reporting;

/// <summary>Text that XML can hold: what a cell prints may hold controls and halves of letters, for which XML has no form at all.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
