using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.MySql;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>Every type of MySQL that has a meaning in Spark comes as the same type and value on both Sparks, by both drivers.</summary>
[TestFixture("3.5.9", "mysql-connector-j-*.jar")]
[TestFixture("3.5.9", "mariadb-java-client-*.jar")]
[TestFixture("4.3.0", "mysql-connector-j-*.jar")]
[TestFixture("4.3.0", "mariadb-java-client-*.jar")]
[Category("Spark")]
internal sealed class MySqlTypesTests(string version, string driver)
{
    [Test]
    public async Task Types_and_values_are_as_expected()
    {
        var server = await SharedServers.MariaDbAsync();
        var database = await server.CreateDatabaseAsync();
        await server.ExecuteAsync(database, MySqlTypes.Table);
        try
        {
            using var project = new MySqlProject(version, server.Port, database, server.Password);
            project.UseOnly(driver);
            var types = await project.Query(MySqlTypes.AskTypes);
            var values = await project.Query("SELECT * FROM kinds");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(types.Select(t => t.Trim('"')), Is.EqualTo(new[] { MySqlTypes.Types }));
                Assert.That(values, Is.EqualTo(new[] { MySqlTypes.Values }));
            }
        }
        finally
        {
            await server.DropDatabaseAsync(database);
        }
    }
}
