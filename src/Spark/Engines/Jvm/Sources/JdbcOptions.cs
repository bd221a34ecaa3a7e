using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.Jvm.Sources;

/// <summary>Options of a read or write over JDBC: what Spark would do wrong in silence is refused, what it would miss is added.</summary>
internal static class JdbcOptions
{
    private const string Url = "url";
    private const string Driver = "driver";

    // Spark finds a driver by its class only.
    private static readonly (string Prefix, string Class)[] Drivers =
    [
        ("jdbc:mysql:", "com.mysql.cj.jdbc.Driver"),
        ("jdbc:postgresql:", "org.postgresql.Driver"),
        ("jdbc:redshift:", "com.amazon.redshift.jdbc42.Driver"),
    ];

    /// <summary>The options to give to Spark.</summary>
    /// <exception cref="RefusedException">With such an address Spark reads wrong values.</exception>
    public static Seq<KeyValuePair<string, string>> Of(string format, Seq<KeyValuePair<string, string>> options)
    {
        var url = options.FirstOrDefault(o => o.Key == Url).Value;
        if (format != "jdbc" || url is null)
        {
            return options;
        }

        if (url.StartsWith("jdbc:mariadb:", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(
                "An address that starts with jdbc:mariadb:",
                "Spark does not know it and reads each text column as its own name. Write jdbc:mysql://HOST/DATABASE?permitMysqlScheme=true with MariaDB's driver (org.mariadb.jdbc.Driver), or use MySQL's.");
        }

        var driver = url.Contains("permitMysqlScheme", StringComparison.OrdinalIgnoreCase)
            ? "org.mariadb.jdbc.Driver"
            : Drivers.FirstOrDefault(d => url.StartsWith(d.Prefix, StringComparison.OrdinalIgnoreCase)).Class;
        return driver is null || options.Any(o => o.Key == Driver) ? options : options.Add(new(Driver, driver));
    }
}
