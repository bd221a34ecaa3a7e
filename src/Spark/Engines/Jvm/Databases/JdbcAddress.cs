using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.Jvm.Databases;

/// <summary>Which addresses of databases are taken.</summary>
internal static class JdbcAddress
{
    private const string MariaDb = "jdbc:mariadb:";

    /// <summary>Refuses an address whose database Spark would misread.</summary>
    /// <exception cref="RefusedException">The address begins with <c>jdbc:mariadb:</c>.</exception>
    public static void Require(ExternalSource source)
    {
        if (source.Format == "jdbc"
            && source.Options.FirstOrDefault(o => o.Key.Equals("url", StringComparison.OrdinalIgnoreCase)).Value?.TrimStart().StartsWith(MariaDb, StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new RefusedException(
                "An address that begins with jdbc:mariadb:",
                "Spark takes such a database for one that quotes names by \", and every column of text then holds its own name. "
                + "Write jdbc:mysql://host:port/database?permitMysqlScheme=true with the option driver = org.mariadb.jdbc.Driver, "
                + "or use MySQL's own driver, com.mysql.cj.jdbc.Driver.");
        }
    }
}
