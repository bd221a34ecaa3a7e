using SparkEtl.Spark.Sql;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>Reads the tables of a MySQL database for the engine of an environment.</summary>
internal interface IMySqlReader
{
    /// <summary>The names of the tables.</summary>
    /// <exception cref="DriverException">The server cannot be asked.</exception>
    IReadOnlyList<string> Tables();

    /// <summary>A table.</summary>
    /// <param name="name">Its name; case counts only where two differ in nothing else.</param>
    /// <param name="columns">The columns that are needed, of which some may not be there; null for all.</param>
    /// <exception cref="DriverException">The server cannot be asked, or there is no such table.</exception>
    DataFrame Read(string name, IReadOnlyCollection<string>? columns);
}
