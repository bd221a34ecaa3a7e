using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Databases;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>What of the way to a MySQL database works, one line for each step.</summary>
internal static class MySqlCheck
{
    /// <summary>The steps in their order: what, detail, and why not (null when it works). After the first that fails there are none.</summary>
    public static IEnumerable<(string What, string Detail, string? WhyNot)> Steps(EnvironmentSession environment)
    {
        var server = new MySqlServer(environment);
        var options = server.Options;
        var address = string.Create(CultureInfo.InvariantCulture, $"{options.Host}:{options.Port}");
        DatabaseException? refusal = null;
        var version = string.Empty;
        var driver = string.Empty;
        try
        {
            var answer = server.Raw("SELECT VERSION()");
            version = $", version {answer.Results[0][0][0]}";
            driver = $", driver {answer.Way.Driver}";
        }
        catch (DatabaseException e)
        {
            refusal = e;
        }

        var why = refusal is null ? null : new MySqlErrors(options, environment.Configuration).Explain(refusal).Message;
        var reached = refusal is null || MySqlErrors.WasReached(refusal);
        yield return ("source: mysql reachable at", address + version + driver, reached ? null : why);
        if (reached)
        {
            var loggedIn = refusal is null || MySqlErrors.LoggedIn(refusal);
            yield return ("source: login as", options.Username, loggedIn ? null : why);
            if (loggedIn)
            {
                yield return ("source: database", options.Database, why);
            }
        }
    }
}
