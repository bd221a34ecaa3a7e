using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <summary>The files under a plan's reads.</summary>
internal static class SourceFiles
{
    public static IEnumerable<string> Of(Relation plan)
    {
        var seen = new HashSet<Relation>(ReferenceEqualityComparer.Instance);
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        Recursion.Run(() => Visit(plan));
        return paths;

        bool Visit(Relation relation)
        {
            if (!seen.Add(relation))
            {
                return false;
            }

            if (relation is Scan { Source: FileSource files })
            {
                paths.UnionWith(files.Paths.SelectMany(Listed));
            }

            foreach (var input in relation.Inputs)
            {
                Recursion.Run(() => Visit(input));
            }

            return true;
        }
    }

    // Names that start with a point or an underscore are not data, as in Spark.
    private static IEnumerable<string> Listed(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(path, f).Split(Path.DirectorySeparatorChar).Any(p => p[0] is '.' or '_'))
        : [path];
}
