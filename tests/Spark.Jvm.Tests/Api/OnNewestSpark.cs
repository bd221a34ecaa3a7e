using SparkEtl.Spark.Jvm.Tests;
using SparkEtl.Spark.Tests.Sql;

namespace SparkEtl.Spark.Tests;

/// <summary>The shared suites once more, on the newest Spark.</summary>
internal static class OnNewestSpark
{
    public static void Begin() => Some.Version = Sparks.Versions[^1];

    public static void End() => Some.Version = Sparks.Versions[0];
}

[TestFixture]
internal sealed class ColumnTestsOnNewestSpark : ColumnTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class DateAndTimestampTestsOnNewestSpark : DateAndTimestampTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class FrameTestsOnNewestSpark : FrameTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class FunctionMeaningTestsOnNewestSpark : FunctionMeaningTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class GroupTestsOnNewestSpark : GroupTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class LiteralTestsOnNewestSpark : LiteralTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class NaTestsOnNewestSpark : NaTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class NestedColumnTestsOnNewestSpark : NestedColumnTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}

[TestFixture]
internal sealed class StatTestsOnNewestSpark : StatTests
{
    [OneTimeSetUp]
    public void Begin() => OnNewestSpark.Begin();

    [OneTimeTearDown]
    public void End() => OnNewestSpark.End();
}
