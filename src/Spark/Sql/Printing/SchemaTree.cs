using System.Text;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Printing;

/// <summary>A schema as the tree that Spark prints.</summary>
internal static class SchemaTree
{
    /// <summary>The tree, a line each column, element, key, value and field, with a line break at the end.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="levels">How many levels are shown; 0 or less for all.</param>
    public static string Of(StructType schema, int levels)
    {
        var text = new StringBuilder("root\n");
        Fields(schema, " |", levels > 0 ? levels : int.MaxValue, text);
        return text.ToString();
    }

    private static void Fields(StructType type, string prefix, int levels, StringBuilder text)
    {
        foreach (var field in type.Fields)
        {
            Line(prefix, field.Name, field.DataType, $" (nullable = {Word(field.IsNullable)})", levels, text);
        }
    }

    private static void Line(string prefix, string name, DataType type, string remark, int levels, StringBuilder text)
    {
        if (levels <= 0)
        {
            return;
        }

        text.Append(prefix).Append("-- ").Append(name).Append(": ").Append(type.TypeName).Append(remark).Append('\n');
        var deeper = prefix + "    |";
        switch (type)
        {
            case StructType s:
                Fields(s, deeper, levels - 1, text);
                break;
            case ArrayType a:
                Line(deeper, "element", a.ElementType, $" (containsNull = {Word(a.ContainsNull)})", levels - 1, text);
                break;
            case MapType m:
                Line(deeper, "key", m.KeyType, string.Empty, levels - 1, text);
                Line(deeper, "value", m.ValueType, $" (valueContainsNull = {Word(m.ValueContainsNull)})", levels - 1, text);
                break;
        }
    }

    private static string Word(bool value) => value ? "true" : "false";
}
