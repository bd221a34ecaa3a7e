namespace SparkEtl.DuckDb.Tests;

public sealed class ScalarFunctionTests : DatabaseTests
{
    [Test]
    public void It_runs_over_whole_columns()
    {
        Connection.RegisterScalar(Some.OfLongs("twice", value => value * 2));
        Assert.That(Connection.Value("SELECT sum(twice(i))::BIGINT FROM range(100000) t(i)"), Is.EqualTo(9999900000L));
    }

    [Test]
    public void Rows_with_a_null_argument_are_null_and_not_passed()
    {
        int seenNulls = 0;
        Connection.RegisterScalar(new ScalarFunction("glue", [DuckDbType.Varchar, DuckDbType.Varchar], DuckDbType.Varchar, (input, output) =>
        {
            for (int row = 0; row < output.Count; row++)
            {
                if (output.IsNull(row))
                    continue;
                if (input[0].IsNull(row) || input[1].IsNull(row))
                    seenNulls++;
                output.SetString(row, input[0].GetString(row) + input[1].GetString(row));
            }
        }));
        Assert.That(
            Connection.Rows("SELECT i, glue(CASE WHEN i % 2 = 0 THEN 'a long first part ' END, CASE WHEN i % 3 = 0 THEN i::VARCHAR END) IS NULL FROM range(5000) t(i) ORDER BY i"),
            Is.EqualTo(Enumerable.Range(0, 5000).Select(i => new object[] { (long)i, i % 6 != 0 })));
        Assert.That(Connection.Value("SELECT glue('a long first part ', '6')"), Is.EqualTo("a long first part 6"));
        Assert.That(Connection.Rows("SELECT glue(NULL, 'a'), glue('a', NULL::VARCHAR), glue(NULL, NULL)")[0], Is.EqualTo(new object?[] { null, null, null }));
        Assert.That(seenNulls, Is.Zero);
    }

    [Test]
    public void The_parts_of_a_row_with_a_null_argument_are_null_too()
    {
        DuckDbType pair = DuckDbType.Struct(new DuckDbField("text", DuckDbType.Varchar), new DuckDbField("number", DuckDbType.Integer));
        Connection.RegisterScalar(new ScalarFunction("pair", [DuckDbType.Varchar], pair, (input, output) =>
        {
            for (int row = 0; row < output.Count; row++)
            {
                if (!output.IsNull(row))
                    output.SetValue(row, new object?[] { input[0].GetString(row), row });
            }
        }));
        foreach (string nulls in (string[])["i % 3 = 0", "true"])
        {
            Assert.That(
                Connection.Value($"""
                    SELECT count(*) FROM (SELECT i, {nulls} AS is_null, pair(CASE WHEN {nulls} THEN NULL ELSE 'a text too long for its row' END) AS p FROM range(5000) t(i))
                    WHERE is_null AND (p.text IS NOT NULL OR p.number IS NOT NULL)
                    """),
                Is.Zero);
        }
    }

    [Test]
    public void A_chunk_of_only_nulls_is_not_passed()
    {
        Connection.RegisterScalar(Some.OfLongs("fail", _ => throw new InvalidOperationException("called")));
        Assert.That(Connection.Value("SELECT count(fail(i)) FROM (SELECT NULL::BIGINT AS i FROM range(5000))"), Is.EqualTo(0L));
    }

    [Test]
    public void It_can_decide_what_nulls_give()
    {
        Connection.RegisterScalar(new ScalarFunction("is_null", [DuckDbType.BigInt], DuckDbType.Varchar, (input, output) =>
        {
            for (int row = 0; row < output.Count; row++)
            {
                if (input[0].IsNull(row))
                    output.SetString(row, "null");
                else
                    output.SetNull(row);
            }
        })
        { HandlesNull = true });
        Assert.That(Connection.Rows("SELECT is_null(CASE WHEN i = 1 THEN i END) FROM range(3) t(i) ORDER BY i"), Is.EqualTo(new object?[][] { ["null"], [null], ["null"] }));
        Assert.That(Connection.Rows("SELECT is_null(NULL), is_null(1)")[0], Is.EqualTo(new object?[] { "null", null }));
    }

    [Test]
    public void Constant_arguments_look_like_columns()
    {
        Connection.RegisterScalar(new ScalarFunction("at", [DuckDbType.Varchar, DuckDbType.BigInt], DuckDbType.Varchar, (input, output) =>
        {
            ReadOnlySpan<long> positions = input[1].Data<long>();
            for (int row = 0; row < output.Count; row++)
                output.SetBytes(row, input[0].GetBytes(row).Slice((int)positions[row], 1));
        }));
        Assert.That(Connection.Value("SELECT string_agg(at('a constant text longer than twelve', i), '' ORDER BY i) FROM range(10) t(i)"), Is.EqualTo("a constant"));
        Assert.That(Connection.Value("SELECT string_agg(at('text ' || i, 5), '' ORDER BY i) FROM range(5) t(i)"), Is.EqualTo("01234"));
        Assert.That(Connection.Value("SELECT at('constant', 2)"), Is.EqualTo("n"));
        Assert.That(Connection.Value("SELECT count(*) FROM range(5000) WHERE at('constant', 2) = 'n'"), Is.EqualTo(5000L));
    }

    [TestCase("plain")]
    [TestCase("100% {} {0} %s [X] Binder Error: ü 漢\n  next line")]
    [TestCase("")]
    public void An_exception_is_the_querys_error_with_its_message(string message)
    {
        Connection.RegisterScalar(Some.OfLongs("fail", _ => throw new InvalidOperationException(message)));
        foreach (string sql in new[] { "SELECT fail(i) FROM range(10) t(i)", "SELECT fail(1)", "SELECT i FROM range(100000) t(i) WHERE CASE WHEN i = 99999 THEN fail(i) ELSE i END > 0" })
        {
            DuckDbException error = Connection.Error(sql);
            Assert.That(error.Detail, Is.EqualTo(message), sql);
            Assert.That(error.Type, Is.EqualTo(DuckDbErrorType.InvalidInput));
            Assert.That(error.InnerException, Is.InstanceOf<InvalidOperationException>());
        }
        Assert.That(Connection.Value("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public void An_exception_in_a_branch_not_taken_does_no_harm()
    {
        Connection.RegisterScalar(Some.OfLongs("fail", _ => throw new InvalidOperationException("called")));
        Assert.That(Connection.Value("SELECT max(CASE WHEN i > 5 THEN fail(1) ELSE i END) FROM range(3) t(i)"), Is.EqualTo(2L));
        Assert.That(Connection.Rows("SELECT CASE WHEN i > 1 THEN fail(i) ELSE i END FROM range(2) t(i) ORDER BY i"), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_volatile_function_is_called_for_every_row()
    {
        int calls = 0;
        ScalarFunction next = new("next", [], DuckDbType.Integer, (_, output) =>
        {
            Span<int> values = output.Writable<int>();
            for (int row = 0; row < values.Length; row++)
                values[row] = Interlocked.Increment(ref calls);
        });
        Connection.RegisterScalar(next with { IsVolatile = true });
        Connection.RegisterScalar(next with { Name = "once" });
        Assert.That(Connection.Value("SELECT count(DISTINCT next()) FROM range(5000)"), Is.EqualTo(5000L));
        Assert.That(Connection.Value("SELECT count(DISTINCT once()) FROM range(5000)"), Is.EqualTo(1L));
    }

    [Test]
    public void Further_arguments_of_one_type_or_of_any()
    {
        ScalarFunction describe = new("types_of", [DuckDbType.Integer], DuckDbType.Varchar, (input, output) =>
        {
            string types = string.Join(", ", Enumerable.Range(0, input.ColumnCount).Select(i => input[i].Type));
            for (int row = 0; row < output.Count; row++)
                output.SetString(row, types);
        });
        Connection.RegisterScalar(describe with { Varargs = DuckDbType.Any });
        Connection.RegisterScalar(describe with { Name = "texts_of", Varargs = DuckDbType.Varchar });
        Assert.That(Connection.Value("SELECT types_of(i::INTEGER, [1], {'a': 1.5}, 'x') FROM range(1) t(i)"), Is.EqualTo("INTEGER, INTEGER[], STRUCT(a DECIMAL(2,1)), VARCHAR"));
        Assert.That(Connection.Value("SELECT texts_of(1)"), Is.EqualTo("INTEGER"));
        Assert.That(Connection.Value("SELECT texts_of(1, 'a', 'b')"), Is.EqualTo("INTEGER, VARCHAR, VARCHAR"));
    }

    [Test]
    public void Functions_of_one_name_are_told_apart_by_their_arguments()
    {
        static ScalarFunction Make(DuckDbType type) => new("kind", [type], DuckDbType.Varchar, (_, output) =>
        {
            for (int row = 0; row < output.Count; row++)
                output.SetString(row, type.ToString());
        });
        DuckDbType[] types = [DuckDbType.Integer, DuckDbType.Varchar, DuckDbType.Decimal(18, 2), DuckDbType.List(DuckDbType.Integer)];
        foreach (DuckDbType type in types)
            Assert.That(Connection.RegisterScalar(Make(type)), Is.True);
        Assert.That(
            Connection.Rows("SELECT kind(1), kind('a'), kind(1::DECIMAL(18,2)), kind([1])")[0],
            Is.EqualTo(types.Select(t => t.ToString())));
    }

    [Test]
    public void The_same_name_and_arguments_again_change_nothing()
    {
        Assert.That(Connection.RegisterScalar(Some.OfLongs("f", value => value + 1)), Is.True);
        Assert.That(Connection.RegisterScalar(Some.OfLongs("F", value => value + 2)), Is.False);
        using DuckDbConnection other = Database.Connect();
        Assert.That(other.RegisterScalar(Some.OfLongs("f", value => value + 3)), Is.False);
        Assert.That(other.Value("SELECT f(1)"), Is.EqualTo(2L));
    }

    [Test]
    public void A_name_an_aggregate_has_is_refused() =>
        Assert.That(() => Connection.RegisterScalar(Some.OfLongs("sum", value => value)), Throws.InstanceOf<DuckDbException>().With.Message.Contains("sum(BIGINT)"));

    [Test]
    public void It_is_known_to_connections_opened_before_and_outlives_a_rollback()
    {
        using DuckDbConnection other = Database.Connect();
        Connection.Execute("BEGIN");
        Connection.RegisterScalar(Some.OfLongs("f", value => value + 1));
        Assert.That(Connection.Value("SELECT f(1)"), Is.EqualTo(2L));
        Connection.Execute("ROLLBACK");
        Assert.That(Connection.Value("SELECT f(1)"), Is.EqualTo(2L));
        Assert.That(other.Value("SELECT f(1)"), Is.EqualTo(2L));
    }

    [Test]
    public void It_can_be_registered_while_rows_are_fetched()
    {
        using DuckDbResult result = Connection.Query("SELECT i FROM range(1000000) t(i)");
        Assert.That(result.NextChunk(), Is.Not.Null);
        Connection.RegisterScalar(Some.OfLongs("f", value => value + 1));
        Assert.That(result.NextChunk(), Is.Not.Null);
        Assert.That(Connection.Value("SELECT f(1)"), Is.EqualTo(2L));
    }

    [Test]
    public void Its_object_is_freed_with_the_database()
    {
        WeakReference Run()
        {
            object captured = new();
            using DuckDbDatabase own = Some.Database();
            using DuckDbConnection user = own.Connect();
            user.RegisterScalar(Some.OfLongs("f", value => value + captured.GetHashCode()));
            user.Execute("SELECT f(1)");
            return new WeakReference(captured);
        }

        WeakReference reference = Run();
        GC.Collect();
        Assert.That(reference.IsAlive, Is.False);
    }

    [Test]
    public void Its_vectors_cannot_be_used_after_the_call()
    {
        Vector? kept = null;
        Connection.RegisterScalar(new ScalarFunction("keep", [DuckDbType.BigInt], DuckDbType.BigInt, (input, _) => kept = input[0]) { IsVolatile = true });
        Connection.Execute("SELECT keep(1)");
        Assert.That(() => kept!.Value.IsNull(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
