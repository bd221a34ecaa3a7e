using SparkEtl.Spark.Jvm.Tests;

namespace SparkEtl.Spark.Tests.Sql;

// The shared suites of the API, on each Spark: the version is set before the tests of a fixture run.

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class ColumnTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class DateAndTimestampTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class FrameTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class FunctionMeaningTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class GroupTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class LiteralTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class NaTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class NestedColumnTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public partial class StatTests(string version)
{
    [OneTimeSetUp]
    public void Begin() => Some.Version = Sparks.Required(version);
}
