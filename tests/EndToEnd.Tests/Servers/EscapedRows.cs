using System.Text;

namespace SparkEtl.EndToEnd.Tests.Servers;

/// <summary>Reads what SELECT ... INTO OUTFILE writes: tabs between fields, backslash before a special character, \N for a null.</summary>
internal static class EscapedRows
{
    public static List<string?[]> Parse(string text)
    {
        var rows = new List<string?[]>();
        var row = new List<string?>();
        var field = new StringBuilder();
        bool isNull = false;
        for (int at = 0; at < text.Length; at++)
        {
            char next = text[at];
            if (next == '\\')
            {
                char special = text[++at];
                isNull = special == 'N';
                if (!isNull)
                    field.Append(special == '0' ? '\0' : special);
            }
            else if (next is '\t' or '\n')
            {
                row.Add(isNull ? null : field.ToString());
                field.Clear();
                isNull = false;
                if (next == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(next);
            }
        }
        return rows;
    }
}
