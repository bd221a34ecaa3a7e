-- DuckDB
SELECT (((t0.a + 1) * 2) + 1) AS "z" FROM t AS t0 WHERE CASE WHEN (t0.a > 0) THEN (((t0.a + 1) * 2) > 3) ELSE false END

-- Spark
SELECT (((t0.a + 1) * 2) + 1) AS `z` FROM t AS t0 WHERE (t0.a > 0) AND (((t0.a + 1) * 2) > 3)
